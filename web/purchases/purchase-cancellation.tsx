import { Button, Group, Stack, Text } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { formatDateTime } from '../i18n/formats.ts'
import { Countdown } from '../ui/countdown.tsx'
import { Section } from '../ui/section.tsx'
import type { Purchase } from './purchase-queries.ts'
import { RequestCancellationDialog } from './request-cancellation-dialog.tsx'

type Request = NonNullable<Purchase['cancellation']['request']>

/** The buyer's 24 hours to ask for a cancellation, the seller's 48 hours to answer, and the result. */
export function PurchaseCancellation({ purchase }: { purchase: Purchase }) {
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
    <Section
      title={t('cancellation.title')}
      text={t('cancellation.can', { shop, time: formatDateTime(until) })}
    >
      <Group gap="sm">
        <Button variant="default" onClick={() => setAsking(true)}>
          {t('cancellation.ask')}
        </Button>
        <Text size="sm" c="dimmed">
          <Countdown until={until} words={(left) => t('cancellation.left', { left })} />
        </Text>
      </Group>
      {isAsking && (
        <RequestCancellationDialog purchase={purchase} shop={shop} close={() => setAsking(false)} />
      )}
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
          : t('cancellation.open', { shop, time: formatDateTime(dueAt) })
      }
    >
      {!outcome && (
        <Text fw={600}>
          <Countdown until={dueAt} words={(left) => t('cancellation.left', { left })} />
        </Text>
      )}
      <Quote head={t('cancellation.asked', { when: formatDateTime(createdAt) })} text={reason} />
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
