import { Button, EmptyState, Stack } from '@mantine/core'
import { IconMessageBolt, IconPlus } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { useParams } from '@tanstack/react-router'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useAccount } from '../shell/account.ts'
import { LinkBack } from '../shell/links.tsx'
import { PageHead } from '../shell/page-head.tsx'
import { ProblemAlert } from '../shell/problem-alert.tsx'
import { RowsSkeleton } from '../shell/rows-skeleton.tsx'
import { type SavedReply, savedRepliesOf } from './queries.ts'
import { SavedDialog } from './saved-dialog.tsx'
import { SavedRow } from './saved-row.tsx'

/** Answers that the team gives often. */
export function SavedRepliesPage() {
  const { t } = useTranslation('messages')
  const { account } = useParams({ from: '/dashboard/$account/messages/saved' })
  const { name } = useAccount()
  const { data, error, refetch } = useQuery(savedRepliesOf(account))
  const [editing, edit] = useState<SavedReply | 'new'>()
  const add = (
    <Button leftSection={<IconPlus size="1.125rem" aria-hidden />} onClick={() => edit('new')}>
      {t('saved.add')}
    </Button>
  )
  return (
    <Stack gap="lg">
      <LinkBack to="/dashboard/$account/messages" params={{ account }}>
        {t('title')}
      </LinkBack>
      <PageHead
        title={t('saved.title')}
        lead={t('saved.lead', { account: name })}
        actions={data && data.items.length > 0 && add}
      />
      {!data && (error ? <ProblemAlert problem={error} retry={refetch} /> : <RowsSkeleton of={3} />)}
      {data?.items.length === 0 && (
        <EmptyState
          py="xl"
          icon={<IconMessageBolt aria-hidden />}
          title={t('saved.empty.title')}
          description={t('saved.empty.text')}
        >
          <EmptyState.Actions>{add}</EmptyState.Actions>
        </EmptyState>
      )}
      {data && data.items.length > 0 && (
        <Stack component="ul" gap={0} className="stagedoor-rows" aria-label={t('saved.title')}>
          {data.items.map((reply) => (
            <SavedRow key={reply.id} reply={reply} edit={() => edit(reply)} />
          ))}
        </Stack>
      )}
      {editing && (
        <SavedDialog reply={editing === 'new' ? undefined : editing} close={() => edit(undefined)} />
      )}
    </Stack>
  )
}
