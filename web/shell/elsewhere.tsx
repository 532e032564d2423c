import { Box, Stack, Text, Title } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Frame } from './frame.tsx'
import { nameOf } from './known-accounts.ts'
import { OtherAccounts } from './other-accounts.tsx'
import { useTitle } from './title.ts'

/** Instead of a page whose account the person has no access to (any more): says so, and offers the others. */
export function Elsewhere({ id }: { id: string }) {
  const { t } = useTranslation('shell')
  const [name] = useState(() => nameOf(id))
  const title = name ? t('ended.title', { account: name }) : t('ended.unknownTitle')
  return <Instead title={title} text={name ? t('ended.text') : t('ended.unknown')} />
}

/** Signed in, but member of nothing. */
export function NoAccount() {
  const { t } = useTranslation('shell')
  return <Instead title={t('ended.noneTitle')} text={t('ended.noneText')} />
}

function Instead({ title, text }: { title: string; text: string }) {
  useTitle(title)
  return (
    <Frame>
      <Stack maw="var(--stagedoor-form)" mx="auto" py="xl">
        <Box role="alert">
          <Title order={1}>{title}</Title>
          <Text c="dimmed" pt="xs">
            {text}
          </Text>
        </Box>
        <OtherAccounts />
      </Stack>
    </Frame>
  )
}
