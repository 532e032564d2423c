import { Box, Stack, Text, Title } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { knownAccountName } from '../session/known-account-names.ts'
import { usePageTitle } from '../ui/use-page-title.ts'
import { DashboardFrame } from './dashboard-frame.tsx'
import { OtherAccounts } from './other-accounts.tsx'

/** Shown instead of a page whose account the person has no access to, or no longer. Offers their other accounts. */
export function NoAccessPage({ id }: { id: string }) {
  const { t } = useTranslation('layout')
  const [name] = useState(() => knownAccountName(id))
  const title = name ? t('ended.title', { account: name }) : t('ended.unknownTitle')
  return <Instead title={title} text={name ? t('ended.text') : t('ended.unknown')} />
}

/** Shown to a person who is signed in but is a member of no account. */
export function NoAccountPage() {
  const { t } = useTranslation('layout')
  return <Instead title={t('ended.noneTitle')} text={t('ended.noneText')} />
}

function Instead({ title, text }: { title: string; text: string }) {
  usePageTitle(title)
  return (
    <DashboardFrame>
      <Stack maw="var(--stagedoor-form)" mx="auto" py="xl">
        <Box role="alert">
          <Title order={1}>{title}</Title>
          <Text c="dimmed" pt="xs">
            {text}
          </Text>
        </Box>
        <OtherAccounts />
      </Stack>
    </DashboardFrame>
  )
}
