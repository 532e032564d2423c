import { Badge, EmptyState, Group, Stack, Text } from '@mantine/core'
import { IconArrowBackUp } from '@tabler/icons-react'
import { getRouteApi } from '@tanstack/react-router'
import { useDeferredValue } from 'react'
import { useTranslation } from 'react-i18next'
import { cancellationRequestStates } from '../../src/orders/vocabulary.ts'
import { useItems } from '../data/use-items.ts'
import { formatDateTime } from '../i18n/formats.ts'
import { PageHeader } from '../layout/page-header.tsx'
import { useAccount } from '../session/account-context.ts'
import { LoadMore } from '../ui/load-more.tsx'
import { QueryBoundary } from '../ui/query-boundary.tsx'
import { StateButtons } from '../ui/state-buttons.tsx'
import { CancellationCard, CancellationOrderLink } from './cancellation-card.tsx'
import type { CancellationState } from './order-filters.ts'
import { type CancellationRequest, cancellationsQuery } from './order-queries.ts'

const route = getRouteApi('/dashboard/$account/orders/cancellations')

export function CancellationsPage() {
  const { t } = useTranslation('orders')
  const { state = 'open' } = route.useSearch()
  return (
    <Stack gap="lg">
      <PageHeader title={t('tabs.cancellations')} lead={t('cancellation.lead')} />
      <StateFilter state={state} />
      <QueryBoundary>
        <Requests state={useDeferredValue(state)} />
      </QueryBoundary>
    </Stack>
  )
}

function StateFilter({ state }: { state: CancellationState }) {
  const { t } = useTranslation('orders')
  const navigate = route.useNavigate()
  return (
    <StateButtons
      label={t('cancellation.statesLabel')}
      states={cancellationRequestStates}
      shown={state}
      name={(one) => t(`cancellation.${one}`)}
      show={(one) => navigate({ search: one === 'open' ? {} : { state: one }, replace: true })}
    />
  )
}

function Requests({ state }: { state: CancellationState }) {
  const { t } = useTranslation('orders')
  const { id } = useAccount()
  const { items: requests, pages } = useItems(cancellationsQuery(id, state))
  if (requests.length === 0) return <Nothing state={state} />
  if (state === 'open')
    return (
      <Stack gap="md" maw="var(--stagedoor-reading)">
        {requests.map((request) => (
          <CancellationCard key={request.id} request={request} withLink />
        ))}
        <LoadMore of={pages} />
      </Stack>
    )
  return (
    <div>
      <Stack component="ul" gap={0} className="stagedoor-rows" aria-label={t('tabs.cancellations')}>
        {requests.map((request) => (
          <Settled key={request.id} request={request} />
        ))}
      </Stack>
      <LoadMore of={pages} />
    </div>
  )
}

const colors = { accepted: 'red', declined: 'gray', expired: 'gray' } as const

function Settled({ request }: { request: CancellationRequest }) {
  const { t } = useTranslation('orders')
  const { outcome, buyerName, reason, answer, settledBy, settledAt } = request
  if (!outcome) return null
  return (
    <Group component="li" justify="space-between" align="flex-start" wrap="nowrap">
      <Stack gap={4} miw={0}>
        <Text size="sm" fw={600}>
          {t('cancellation.asks', { buyer: buyerName ?? t('gone') })}
        </Text>
        <CancellationOrderLink request={request} />
        <Text size="sm" className="stagedoor-breaks stagedoor-lines">
          {reason}
        </Text>
        {answer && (
          <Text size="sm" c="dimmed" className="stagedoor-breaks">
            {answer}
          </Text>
        )}
        <Text size="xs" c="dimmed">
          {t(`cancellation.outcome.${outcome}`, { person: settledBy ?? '' })}
          {settledAt && `, ${formatDateTime(settledAt)}`}
        </Text>
      </Stack>
      <Badge color={colors[outcome]}>{t(`cancellation.outcomes.${outcome}`)}</Badge>
    </Group>
  )
}

function Nothing({ state }: { state: CancellationState }) {
  const { t } = useTranslation('orders')
  return (
    <EmptyState
      py="xl"
      icon={<IconArrowBackUp aria-hidden />}
      title={t(state === 'open' ? 'cancellation.empty.title' : 'cancellation.emptySettled.title')}
      {...(state === 'open' && { description: t('cancellation.empty.text') })}
    />
  )
}
