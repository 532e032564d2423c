import { Badge, EmptyState, Group, Stack, Text } from '@mantine/core'
import { IconArrowBackUp } from '@tabler/icons-react'
import { getRouteApi } from '@tanstack/react-router'
import { useDeferredValue } from 'react'
import { useTranslation } from 'react-i18next'
import { cancellationRequestStatuses } from '../../src/orders/vocabulary.ts'
import { useItems } from '../data/use-items.ts'
import { formatDateTime } from '../i18n/formats.ts'
import { PageHeader } from '../layout/page-header.tsx'
import { useAccount } from '../session/account-context.ts'
import { FilterButtons } from '../ui/filter-buttons.tsx'
import { LoadMore } from '../ui/load-more.tsx'
import { QueryBoundary } from '../ui/query-boundary.tsx'
import { CancellationCard, CancellationOrderLink } from './cancellation-card.tsx'
import type { CancellationStatus } from './order-filters.ts'
import { type CancellationRequest, cancellationsQuery } from './order-queries.ts'

const route = getRouteApi('/dashboard/$account/orders/cancellations')

export function CancellationsPage() {
  const { t } = useTranslation('orders')
  const { status = 'open' } = route.useSearch()
  return (
    <Stack gap="lg">
      <PageHeader title={t('tabs.cancellations')} lead={t('cancellation.lead')} />
      <StatusFilter status={status} />
      <QueryBoundary>
        <Requests status={useDeferredValue(status)} />
      </QueryBoundary>
    </Stack>
  )
}

function StatusFilter({ status }: { status: CancellationStatus }) {
  const { t } = useTranslation('orders')
  const navigate = route.useNavigate()
  return (
    <FilterButtons
      label={t('cancellation.statusLabel')}
      choices={cancellationRequestStatuses}
      shown={status}
      name={(one) => t(`cancellation.${one}`)}
      show={(one) => navigate({ search: one === 'open' ? {} : { status: one }, replace: true })}
    />
  )
}

function Requests({ status }: { status: CancellationStatus }) {
  const { t } = useTranslation('orders')
  const { id } = useAccount()
  const { items: requests, pages } = useItems(cancellationsQuery(id, status))
  if (requests.length === 0) return <Nothing status={status} />
  if (status === 'open')
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

function Nothing({ status }: { status: CancellationStatus }) {
  const { t } = useTranslation('orders')
  return (
    <EmptyState
      py="xl"
      icon={<IconArrowBackUp aria-hidden />}
      title={t(status === 'open' ? 'cancellation.empty.title' : 'cancellation.emptySettled.title')}
      {...(status === 'open' && { description: t('cancellation.empty.text') })}
    />
  )
}
