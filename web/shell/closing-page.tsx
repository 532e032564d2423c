import { Button, Group, Stack, Text, Title } from '@mantine/core'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { call } from '../api.ts'
import { day } from '../formats.ts'
import { Frame } from './frame.tsx'
import { OtherAccounts } from './other-accounts.tsx'
import { ProblemAlert } from './problem-alert.tsx'
import { type Account, useMe } from './session.ts'
import { useTitle } from './title.ts'
import { tell } from './told.ts'

/** All that the Owner of an account being deleted can do in it: undo that. */
export function ClosingPage({ account, eraseAt }: { account: Account; eraseAt: string }) {
  const { t } = useTranslation('account')
  const queries = useQueryClient()
  const { accounts } = useMe()
  const title = t('closing.title', { account: account.name })
  useTitle(title)
  const restore = useMutation({
    mutationFn: () => call('POST /accounts/:account/restore', { params: { account: account.id } }),
    onSuccess: () => {
      tell(t('closing.restored', { account: account.name }))
      return queries.invalidateQueries()
    },
  })
  return (
    <Frame>
      <Stack maw="var(--stagedoor-form)" mx="auto" py="xl">
        <Title order={1}>{title}</Title>
        <Text>{t('closing.text', { day: day(eraseAt) })}</Text>
        <ProblemAlert problem={restore.error} />
        <Group>
          <Button loading={restore.isPending} onClick={() => restore.mutate()}>
            {t('closing.undo')}
          </Button>
        </Group>
        {accounts.length > 1 && <OtherAccounts except={account.id} />}
      </Stack>
    </Frame>
  )
}
