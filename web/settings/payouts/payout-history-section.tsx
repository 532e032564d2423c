import { Badge, EmptyState, Group, Stack, Table, Text } from '@mantine/core'
import { IconBuildingBank } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import { useItems } from '../../data/use-items.ts'
import { formatDateTime } from '../../i18n/formats.ts'
import { formatMoney } from '../../i18n/money.ts'
import { useAccount } from '../../session/account-context.ts'
import { LoadMore } from '../../ui/load-more.tsx'
import { QueryBoundary } from '../../ui/query-boundary.tsx'
import { useIsNarrow } from '../../ui/use-breakpoint.ts'
import { WideSection } from '../../ui/wide-section.tsx'
import { type Payout, payoutsQuery } from './payout-queries.ts'

export function PayoutHistorySection() {
  const { t } = useTranslation('payouts')
  return (
    <WideSection title={t('history.title')}>
      <QueryBoundary rows={3}>
        <Payouts />
      </QueryBoundary>
    </WideSection>
  )
}

function Payouts() {
  const { t } = useTranslation('payouts')
  const { id } = useAccount()
  const isNarrow = useIsNarrow('md')
  const { items: payouts, pages } = useItems(payoutsQuery(id))
  if (payouts.length === 0)
    return (
      <EmptyState
        py="lg"
        icon={<IconBuildingBank aria-hidden />}
        title={t('history.empty')}
        description={t('history.emptyText')}
      />
    )
  const List = isNarrow ? PayoutList : PayoutTable
  return (
    <div>
      <List payouts={payouts} />
      <LoadMore of={pages} />
    </div>
  )
}

const colors = { started: 'amber', paid: 'green', failed: 'red' } as const

function PayoutStatus({ status }: Payout) {
  const { t } = useTranslation('payouts')
  return <Badge color={colors[status]}>{t(`history.status.${status}`)}</Badge>
}

function PayoutTable({ payouts }: { payouts: Payout[] }) {
  const { t } = useTranslation('payouts')
  return (
    <Table stickyHeader stickyHeaderOffset="var(--app-shell-header-height)" aria-label={t('history.title')}>
      <Table.Thead>
        <Table.Tr>
          <Table.Th>{t('history.columns.when')}</Table.Th>
          <Table.Th>{t('history.columns.destination')}</Table.Th>
          <Table.Th>{t('history.columns.person')}</Table.Th>
          <Table.Th>{t('history.columns.status')}</Table.Th>
          <Table.Th ta="right">{t('history.columns.amount')}</Table.Th>
        </Table.Tr>
      </Table.Thead>
      <Table.Tbody>
        {payouts.map((payout) => (
          <Table.Tr key={payout.id}>
            <Table.Td>{formatDateTime(payout.createdAt)}</Table.Td>
            <Table.Td>{payout.destination}</Table.Td>
            <Table.Td className="stagedoor-breaks">{payout.by}</Table.Td>
            <Table.Td>
              <PayoutStatus {...payout} />
            </Table.Td>
            <Table.Td ta="right">{formatMoney(payout.amount, payout.currency)}</Table.Td>
          </Table.Tr>
        ))}
      </Table.Tbody>
    </Table>
  )
}

function PayoutList({ payouts }: { payouts: Payout[] }) {
  const { t } = useTranslation('payouts')
  return (
    <Stack component="ul" gap={0} className="stagedoor-rows" aria-label={t('history.title')}>
      {payouts.map((payout) => (
        <Stack component="li" key={payout.id} gap={4}>
          <Group justify="space-between" wrap="nowrap">
            <Text fw={600}>{formatMoney(payout.amount, payout.currency)}</Text>
            <PayoutStatus {...payout} />
          </Group>
          <Text size="sm">{t('history.to', { destination: payout.destination })}</Text>
          <Text size="xs" c="dimmed" className="stagedoor-breaks">
            {t('history.by', { when: formatDateTime(payout.createdAt), person: payout.by })}
          </Text>
        </Stack>
      ))}
    </Stack>
  )
}
