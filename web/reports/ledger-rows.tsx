import { Group, Stack, Table, Text } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { formatDateTime } from '../i18n/formats.ts'
import { formatMoney } from '../i18n/money.ts'
import { useAccount } from '../session/account-context.ts'
import { LinkAnchor } from '../ui/links.tsx'
import type { LedgerEntry } from './report-queries.ts'

/** The amount with a plus or a minus sign; empty for 0. */
const signed = (amount: number, currency: string) =>
  amount === 0 ? '' : `${amount > 0 ? '+' : '−'}${formatMoney(Math.abs(amount), currency)}`

export function LedgerTable({ entries }: { entries: LedgerEntry[] }) {
  const { t } = useTranslation('reports')
  return (
    <Table stickyHeader stickyHeaderOffset="var(--app-shell-header-height)" aria-label={t('ledger.title')}>
      <Table.Thead>
        <Table.Tr>
          <Table.Th>{t('ledger.when')}</Table.Th>
          <Table.Th>{t('ledger.what')}</Table.Th>
          <Table.Th>{t('ledger.order')}</Table.Th>
          <Table.Th ta="right">{t('ledger.pending')}</Table.Th>
          <Table.Th ta="right">{t('ledger.available')}</Table.Th>
        </Table.Tr>
      </Table.Thead>
      <Table.Tbody>
        {entries.map((entry) => (
          <Table.Tr key={entry.id}>
            <Table.Td>{formatDateTime(entry.at)}</Table.Td>
            <Table.Td>{t(`kinds.${entry.kind}`)}</Table.Td>
            <Table.Td>
              <OrderCode entry={entry} />
            </Table.Td>
            <Table.Td ta="right">{signed(entry.pending, entry.currency)}</Table.Td>
            <Table.Td ta="right">{signed(entry.available, entry.currency)}</Table.Td>
          </Table.Tr>
        ))}
      </Table.Tbody>
    </Table>
  )
}

export function LedgerLines({ entries }: { entries: LedgerEntry[] }) {
  const { t } = useTranslation('reports')
  return (
    <Stack component="ul" gap={0} className="stagedoor-rows" aria-label={t('ledger.title')}>
      {entries.map((entry) => (
        <Group component="li" key={entry.id} justify="space-between" wrap="nowrap" align="flex-start">
          <Stack gap={0} miw={0}>
            <Group gap="xs">
              <Text size="sm">{t(`kinds.${entry.kind}`)}</Text>
              <OrderCode entry={entry} />
            </Group>
            <Text size="xs" c="dimmed">
              {formatDateTime(entry.at)}
            </Text>
          </Stack>
          <Amount entry={entry} />
        </Group>
      ))}
    </Stack>
  )
}

/** The effect of a row on the balance. For a row that only moves money within it, the amount moved. */
function Amount({ entry: { kind, pending, available, currency } }: { entry: LedgerEntry }) {
  const { t } = useTranslation('reports')
  const isMove = kind === 'release'
  return (
    <Stack gap={0} align="flex-end" flex="none">
      <Text size="sm" fw={600} {...(isMove && { c: 'dimmed' })}>
        {isMove ? formatMoney(Math.abs(available), currency) : signed(pending + available, currency)}
      </Text>
      {!isMove && (
        <Text size="xs" c="dimmed">
          {t(available !== 0 ? 'ledger.available' : 'ledger.pending')}
        </Text>
      )}
    </Stack>
  )
}

function OrderCode({ entry: { order, code } }: { entry: LedgerEntry }) {
  const { id: account } = useAccount()
  if (!order) return null
  return (
    <LinkAnchor to="/dashboard/$account/orders/$order" params={{ account, order }} size="sm">
      {code}
    </LinkAnchor>
  )
}
