import { Group, Stack, Text } from '@mantine/core'
import { useInfiniteQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { dayAndTime } from '../formats.ts'
import { useAccount } from '../shell/account.ts'
import { LinkAnchor } from '../shell/links.tsx'
import { More } from '../shell/more.tsx'
import { ProblemAlert } from '../shell/problem-alert.tsx'
import { RowsSkeleton } from '../shell/rows-skeleton.tsx'
import { type Movement, movementsOf } from './products.ts'

const signed = (quantity: number) => (quantity > 0 ? `+${quantity}` : `−${-quantity}`)

/** The ledger: rows are added, never changed, and their sum is the stock. */
export function Movements({ product }: { product: string }) {
  const { t } = useTranslation('inventory')
  const { id } = useAccount()
  const query = useInfiniteQuery(movementsOf(id, product))
  if (query.isPending) return <RowsSkeleton of={2} />
  if (!query.data) return <ProblemAlert problem={query.error} retry={query.refetch} />
  return (
    <div>
      <Stack component="ul" gap={0} className="stagedoor-rows" aria-label={t('stock.history')}>
        {query.data.pages
          .flatMap(({ items }) => items)
          .map((movement) => (
            <Row key={movement.id} movement={movement} />
          ))}
      </Stack>
      <More of={query} />
    </div>
  )
}

/** What was written with it; of a sale, the order. */
function Note({ text }: { text: string }) {
  const { t } = useTranslation('inventory')
  const { id } = useAccount()
  if (!text.startsWith('ord_'))
    return (
      <Text size="sm" className="stagedoor-breaks">
        {text}
      </Text>
    )
  return (
    <LinkAnchor to="/dashboard/$account/orders/$order" params={{ account: id, order: text }} size="sm">
      {t('stock.order')}
    </LinkAnchor>
  )
}

function Row({ movement: { quantity, reason, note, person, at } }: { movement: Movement }) {
  const { t } = useTranslation('inventory')
  return (
    <Group component="li" justify="space-between" wrap="nowrap" align="flex-start">
      <Stack gap={0} miw={0}>
        <Text size="sm">{t(`reasons.${reason}`)}</Text>
        {note && <Note text={note} />}
        <Text size="xs" c="dimmed">
          {t('stock.by', { person: person.name, when: dayAndTime(at) })}
        </Text>
      </Stack>
      <Text fw={600}>{signed(quantity)}</Text>
    </Group>
  )
}
