import { Badge, EmptyState, Group, Stack, Text } from '@mantine/core'
import { IconArrowBackUp } from '@tabler/icons-react'
import { useInfiniteQuery } from '@tanstack/react-query'
import { getRouteApi } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { dayAndTime } from '../formats.ts'
import { useAccount } from '../shell/account.ts'
import { More } from '../shell/more.tsx'
import { PageHead } from '../shell/page-head.tsx'
import { ProblemAlert } from '../shell/problem-alert.tsx'
import { RowsSkeleton } from '../shell/rows-skeleton.tsx'
import { CancellationCard, OrderWorth } from './cancellation-card.tsx'
import { type RequestState, requestStates } from './filters.ts'
import { type Request, requestsOf } from './queries.ts'
import { StateLinks } from './state-links.tsx'

const route = getRouteApi('/dashboard/$account/orders/cancellations')

export function CancellationsPage() {
  const { t } = useTranslation('orders')
  const { state = 'open' } = route.useSearch()
  return (
    <Stack gap="lg">
      <PageHead title={t('tabs.cancellations')} lead={t('cancellation.lead')} />
      <StateFilter state={state} />
      <Requests state={state} />
    </Stack>
  )
}

function StateFilter({ state }: { state: RequestState }) {
  const { t } = useTranslation('orders')
  const navigate = route.useNavigate()
  return (
    <StateLinks
      label={t('cancellation.statesLabel')}
      states={requestStates}
      shown={state}
      name={(one) => t(`cancellation.${one}`)}
      show={(one) => navigate({ search: one === 'open' ? {} : { state: one }, replace: true })}
    />
  )
}

function Requests({ state }: { state: RequestState }) {
  const { t } = useTranslation('orders')
  const { id } = useAccount()
  const query = useInfiniteQuery(requestsOf(id, state))
  if (query.isPending) return <RowsSkeleton />
  if (!query.data) return <ProblemAlert problem={query.error} retry={query.refetch} />
  const requests = query.data.pages.flatMap(({ items }) => items)
  if (requests.length === 0) return <Nothing state={state} />
  if (state === 'open')
    return (
      <Stack gap="md" maw="var(--stagedoor-reading)">
        {requests.map((request) => (
          <CancellationCard key={request.id} request={request} withLink />
        ))}
        <More of={query} />
      </Stack>
    )
  return (
    <div>
      <Stack component="ul" gap={0} className="stagedoor-rows" aria-label={t('tabs.cancellations')}>
        {requests.map((request) => (
          <Settled key={request.id} request={request} />
        ))}
      </Stack>
      <More of={query} />
    </div>
  )
}

const colors = { accepted: 'red', declined: 'gray', lapsed: 'gray' } as const

function Settled({ request }: { request: Request }) {
  const { t } = useTranslation('orders')
  const { outcome, buyerName, reason, answer, settledBy, settledAt } = request
  if (!outcome) return null
  return (
    <Group component="li" justify="space-between" align="flex-start" wrap="nowrap">
      <Stack gap={4} miw={0}>
        <Text size="sm" fw={600}>
          {t('cancellation.asks', { buyer: buyerName ?? t('gone') })}
        </Text>
        <OrderWorth request={request} />
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
          {settledAt && `, ${dayAndTime(settledAt)}`}
        </Text>
      </Stack>
      <Badge color={colors[outcome]}>{t(`cancellation.outcomes.${outcome}`)}</Badge>
    </Group>
  )
}

function Nothing({ state }: { state: RequestState }) {
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
