import { Button, EmptyState, Stack } from '@mantine/core'
import { IconMessageBolt, IconPlus } from '@tabler/icons-react'
import { useSuspenseQuery } from '@tanstack/react-query'
import { useParams } from '@tanstack/react-router'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { PageHeader } from '../../layout/page-header.tsx'
import { useAccount } from '../../session/account-context.ts'
import { BackLink } from '../../ui/links.tsx'
import { SavedReplyDialog } from './saved-reply-dialog.tsx'
import { type SavedReply, savedRepliesQuery } from './saved-reply-queries.ts'
import { SavedReplyRow } from './saved-reply-row.tsx'

/** The texts that the team uses again. */
export function SavedRepliesPage() {
  const { t } = useTranslation('messages')
  const { account } = useParams({ from: '/dashboard/$account/messages/saved' })
  const { name } = useAccount()
  const { data } = useSuspenseQuery(savedRepliesQuery(account))
  const [editing, edit] = useState<SavedReply | 'new'>()
  const add = (
    <Button leftSection={<IconPlus size="1.125rem" aria-hidden />} onClick={() => edit('new')}>
      {t('saved.add')}
    </Button>
  )
  return (
    <Stack gap="lg">
      <BackLink to="/dashboard/$account/messages" params={{ account }}>
        {t('title')}
      </BackLink>
      <PageHeader
        title={t('saved.title')}
        lead={t('saved.lead', { account: name })}
        actions={data.items.length > 0 && add}
      />
      {data.items.length === 0 && (
        <EmptyState
          py="xl"
          icon={<IconMessageBolt aria-hidden />}
          title={t('saved.empty.title')}
          description={t('saved.empty.text')}
        >
          <EmptyState.Actions>{add}</EmptyState.Actions>
        </EmptyState>
      )}
      {data.items.length > 0 && (
        <Stack component="ul" gap={0} className="stagedoor-rows" aria-label={t('saved.title')}>
          {data.items.map((reply) => (
            <SavedReplyRow key={reply.id} reply={reply} edit={() => edit(reply)} />
          ))}
        </Stack>
      )}
      {editing && (
        <SavedReplyDialog reply={editing === 'new' ? undefined : editing} close={() => edit(undefined)} />
      )}
    </Stack>
  )
}
