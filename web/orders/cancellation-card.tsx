import { Button, Group, Paper, Stack, Text } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { dayAndTime } from '../formats.ts'
import { money } from '../money.ts'
import { useAccount, useMay } from '../shell/account.ts'
import { leftText, useLeft } from '../shell/countdown.tsx'
import { LinkAnchor } from '../shell/links.tsx'
import { AnswerDialog, type Answering } from './answer-dialog.tsx'
import type { Request } from './queries.ts'

/** Milliseconds before the end from which it is urgent. */
const soon = 12 * 3_600_000

type Given = {
  request: Request
  /** Where it does not stand on its order's own page. */
  withLink?: boolean
}

/** A buyer's wish to undo a purchase, with the time that is left and what this person may say to it. */
export function CancellationCard({ request, withLink = false }: Given) {
  const { t } = useTranslation('orders')
  const { reason, createdAt, dueAt, buyerName, suggestion } = request
  const left = useLeft(dueAt)
  return (
    <Paper p="md" component="section" aria-label={t('cancellation.title')}>
      <Stack gap="sm">
        <Group justify="space-between" align="flex-start">
          <Stack gap={2}>
            <Text fw={600}>{t('cancellation.asks', { buyer: buyerName ?? t('gone') })}</Text>
            {withLink && <OrderWorth request={request} />}
          </Stack>
          <Text component="time" dateTime={dueAt} fw={600} {...(left < soon && { c: 'red' })}>
            {left > 0 ? t('cancellation.left', { left: leftText(left) }) : t('cancellation.over')}
          </Text>
        </Group>
        <Stack gap={0}>
          <Text size="xs" c="dimmed">
            {t('cancellation.asked', { when: dayAndTime(createdAt) })}
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

export function OrderWorth({ request }: { request: Request }) {
  const { t } = useTranslation('orders')
  const { id: account } = useAccount()
  const { order, code, total, currency } = request
  return (
    <LinkAnchor to="/dashboard/$account/orders/$order" params={{ account, order }} size="sm">
      {t('cancellation.worth', { code, total: money(total, currency) })}
    </LinkAnchor>
  )
}

/** Who may decide decides; who may not suggests. */
function Answers({ request }: { request: Request }) {
  const { t } = useTranslation('orders')
  const decides = useMay()('cancellations.resolve')
  const [answering, setAnswering] = useState<Answering>()
  return (
    <Group gap="xs">
      <Button variant={decides ? 'filled' : 'default'} onClick={() => setAnswering('accept')}>
        {t(decides ? 'cancellation.accept' : 'cancellation.suggestAccept')}
      </Button>
      <Button variant="default" onClick={() => setAnswering('decline')}>
        {t(decides ? 'cancellation.decline' : 'cancellation.suggestDecline')}
      </Button>
      {answering && (
        <AnswerDialog request={request} answering={answering} close={() => setAnswering(undefined)} />
      )}
    </Group>
  )
}
