import { Button, Group, Stack, Text, Title } from '@mantine/core'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { callApi } from '../data/api.ts'
import { formatDate } from '../i18n/formats.ts'
import { type Account, useMe } from '../session/me-queries.ts'
import { ProblemAlert } from '../ui/problem-alert.tsx'
import { showToast } from '../ui/toasts.ts'
import { usePageTitle } from '../ui/use-page-title.ts'
import { DashboardFrame } from './dashboard-frame.tsx'
import { OtherAccounts } from './other-accounts.tsx'

/** Shown to the Owner of an account that is being deleted. All they can do is undo that. */
export function ClosingAccountPage({ account, eraseAt }: { account: Account; eraseAt: string }) {
  const { t } = useTranslation('account')
  const queries = useQueryClient()
  const { accounts } = useMe()
  const title = t('closing.title', { account: account.name })
  usePageTitle(title)
  const restore = useMutation({
    mutationFn: () => callApi('POST /accounts/:account/restore', { params: { account: account.id } }),
    onSuccess: () => {
      showToast(t('closing.restored', { account: account.name }))
      return queries.invalidateQueries()
    },
  })
  return (
    <DashboardFrame>
      <Stack maw="var(--stagedoor-form)" mx="auto" py="xl">
        <Title order={1}>{title}</Title>
        <Text>{t('closing.text', { day: formatDate(eraseAt) })}</Text>
        <ProblemAlert problem={restore.error} />
        <Group>
          <Button loading={restore.isPending} onClick={() => restore.mutate()}>
            {t('closing.undo')}
          </Button>
        </Group>
        {accounts.length > 1 && <OtherAccounts except={account.id} />}
      </Stack>
    </DashboardFrame>
  )
}
