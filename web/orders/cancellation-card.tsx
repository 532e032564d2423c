import { Button, Group, Paper, Stack, Text } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { formatDateTime } from '../i18n/formats.ts'
import { formatMoney } from '../i18n/money.ts'
import { useAccount, useMay } from '../session/account-context.ts'
import { formatTimeLeft, useTimeLeft } from '../ui/countdown.tsx'
import { LinkAnchor } from '../ui/links.tsx'
import { AnswerCancellationDialog, type CancellationAnswer } from './answer-cancellation-dialog.tsx'
import type { CancellationRequest } from './order-queries.ts'

/** Milliseconds before the deadline from which a request is marked as urgent. */
const soon = 12 * 3_600_000

type Given = {
  request: CancellationRequest
  /** Whether to show a link to the order, which its own page does not need. */
  withLink?: boolean
}

/** A cancellation request, with the time that remains and the answers that this person may give. */
export function CancellationCard({ request, withLink = false }: Given) {
  const { t } = useTranslation('orders')
  const { reason, createdAt, dueAt, buyerName, suggestion } = request
  const left = useTimeLeft(dueAt)
  return (
    <Paper p="md" component="section" aria-label={t('cancellation.title')}>
      <Stack gap="sm">
        <Group justify="space-between" align="flex-start">
          <Stack gap={2}>
            <Text fw={600}>{t('cancellation.asks', { buyer: buyerName ?? t('gone') })}</Text>
            {withLink && <CancellationOrderLink request={request} />}
          </Stack>
          <Text component="time" dateTime={dueAt} fw={600} {...(left < soon && { c: 'red' })}>
            {left > 0 ? t('cancellation.left', { left: formatTimeLeft(left) }) : t('cancellation.over')}
          </Text>
        </Group>
        <Stack gap={0}>
          <Text size="xs" c="dimmed">
            {t('cancellation.asked', { when: formatDateTime(createdAt) })}
          </Text>
          <Text size="sm" className="stagedoor-breaks stagedoor-lines">
            {reason}
          </Text>
        </Stack>
        {suggestion && (
          <Stack gap={0}>
            <Text size="sm" fw={600}>
              {t(`cancellation.suggests.${suggestion.answer}`, { person: suggestion.by })}
            </Text>
            <Text size="sm" className="stagedoor-breaks">
              {suggestion.note}
            </Text>
          </Stack>
        )}
        {left > 0 && <Answers request={request} />}
      </Stack>
    </Paper>
  )
}

export function CancellationOrderLink({ request }: { request: CancellationRequest }) {
  const { t } = useTranslation('orders')
  const { id: account } = useAccount()
  const { order, code, total, currency } = request
  return (
    <LinkAnchor to="/dashboard/$account/orders/$order" params={{ account, order }} size="sm">
      {t('cancellation.worth', { code, total: formatMoney(total, currency) })}
    </LinkAnchor>
  )
}

/** Members who may decide can accept or decline. Others can suggest an answer. */
function Answers({ request }: { request: CancellationRequest }) {
  const { t } = useTranslation('orders')
  const decides = useMay()('cancellations.resolve')
  const [answering, setAnswering] = useState<CancellationAnswer>()
  return (
    <Group gap="xs">
      <Button variant={decides ? 'filled' : 'default'} onClick={() => setAnswering('accept')}>
        {t(decides ? 'cancellation.accept' : 'cancellation.suggestAccept')}
      </Button>
      <Button variant="default" onClick={() => setAnswering('decline')}>
        {t(decides ? 'cancellation.decline' : 'cancellation.suggestDecline')}
      </Button>
      {answering && (
        <AnswerCancellationDialog
          request={request}
          answering={answering}
          close={() => setAnswering(undefined)}
        />
      )}
    </Group>
  )
}
