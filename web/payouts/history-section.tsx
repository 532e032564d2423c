import { Badge, EmptyState, Group, Stack, Table, Text } from '@mantine/core'
import { IconBuildingBank } from '@tabler/icons-react'
import { useInfiniteQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { dayAndTime } from '../formats.ts'
import { money } from '../money.ts'
import { WideSection } from '../reports/wide-section.tsx'
import { useAccount } from '../shell/account.ts'
import { More } from '../shell/more.tsx'
import { useNarrow } from '../shell/narrow.ts'
import { ProblemAlert } from '../shell/problem-alert.tsx'
import { RowsSkeleton } from '../shell/rows-skeleton.tsx'
import { type Payout, payoutsOf } from './payouts.ts'

export function HistorySection() {
  const { t } = useTranslation('payouts')
  return (
    <WideSection title={t('history.title')}>
      <Payouts />
    </WideSection>
  )
}

function Payouts() {
  const { t } = useTranslation('payouts')
  const { id } = useAccount()
  const isNarrow = useNarrow('md')
  const query = useInfiniteQuery(payoutsOf(id))
  if (query.isPending) return <RowsSkeleton of={3} />
  if (!query.data) return <ProblemAlert problem={query.error} retry={query.refetch} />
  const payouts = query.data.pages.flatMap(({ items }) => items)
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
      <More of={query} />
    </div>
  )
}

const colors = { started: 'amber', paid: 'green', failed: 'red' } as const

function State({ status }: Payout) {
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
            <Table.Td>{dayAndTime(payout.createdAt)}</Table.Td>
            <Table.Td>{payout.destination}</Table.Td>
            <Table.Td className="stagedoor-breaks">{payout.person}</Table.Td>
            <Table.Td>
              <State {...payout} />
            </Table.Td>
            <Table.Td ta="right">{money(payout.amount, payout.currency)}</Table.Td>
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
            <Text fw={600}>{money(payout.amount, payout.currency)}</Text>
            <State {...payout} />
          </Group>
          <Text size="sm">{t('history.to', { destination: payout.destination })}</Text>
          <Text size="xs" c="dimmed" className="stagedoor-breaks">
            {t('history.by', { when: dayAndTime(payout.createdAt), person: payout.person })}
          </Text>
        </Stack>
      ))}
    </Stack>
  )
}
