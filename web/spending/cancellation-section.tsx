import { Button, Group, Stack, Text } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { dayAndTime } from '../formats.ts'
import { Countdown } from '../shell/countdown.tsx'
import { Section } from '../shell/section.tsx'
import { AskDialog } from './ask-dialog.tsx'
import type { Purchase } from './purchases.ts'

type Request = NonNullable<Purchase['cancellation']['request']>

/** The buyer's 24 hours to ask, the seller's 48 to answer, and what came of it. */
export function CancellationSection({ purchase }: { purchase: Purchase }) {
  const { t } = useTranslation('spending')
  const { until, request } = purchase.cancellation
  const shop = purchase.sellerName ?? t('goneShop')
  if (request) return <Asked request={request} shop={shop} />
  if (until) return <CanAsk purchase={purchase} until={until} shop={shop} />
  if (purchase.status !== 'pending_fulfillment') return null
  return <Section title={t('cancellation.title')} text={t('cancellation.tooLate')} />
}

function CanAsk({ purchase, until, shop }: { purchase: Purchase; until: string; shop: string }) {
  const { t } = useTranslation('spending')
  const [isAsking, setAsking] = useState(false)
  return (
    <Section title={t('cancellation.title')} text={t('cancellation.can', { shop, time: dayAndTime(until) })}>
      <Group gap="sm">
        <Button variant="default" onClick={() => setAsking(true)}>
          {t('cancellation.ask')}
        </Button>
        <Text size="sm" c="dimmed">
          <Countdown until={until} words={(left) => t('cancellation.left', { left })} />
        </Text>
      </Group>
      {isAsking && <AskDialog purchase={purchase} shop={shop} close={() => setAsking(false)} />}
    </Section>
  )
}

function Asked({ request, shop }: { request: Request; shop: string }) {
  const { t } = useTranslation('spending')
  const { reason, createdAt, dueAt, outcome, answer } = request
  return (
    <Section
      title={t('cancellation.title')}
      text={
        outcome
          ? t(`cancellation.outcome.${outcome}`, { shop })
          : t('cancellation.open', { shop, time: dayAndTime(dueAt) })
      }
    >
      {!outcome && (
        <Text fw={600}>
          <Countdown until={dueAt} words={(left) => t('cancellation.left', { left })} />
        </Text>
      )}
      <Quote head={t('cancellation.asked', { when: dayAndTime(createdAt) })} text={reason} />
      {answer && <Quote head={t('cancellation.answer')} text={answer} />}
    </Section>
  )
}

function Quote({ head, text }: { head: string; text: string }) {
  return (
    <Stack gap={0}>
      <Text size="xs" c="dimmed">
        {head}
      </Text>
      <Text size="sm" className="stagedoor-breaks stagedoor-lines">
        {text}
      </Text>
    </Stack>
  )
}
