import { Group, Stack, Text } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { useItems } from '../data/use-items.ts'
import { formatDateTime } from '../i18n/formats.ts'
import { useAccount } from '../session/account-context.ts'
import { LinkAnchor } from '../ui/links.tsx'
import { LoadMore } from '../ui/load-more.tsx'
import { type StockMovement, stockMovementsQuery } from './product-queries.ts'

const signed = (quantity: number) => (quantity > 0 ? `+${quantity}` : `−${-quantity}`)

/** The stock movements. They are added and never changed, and the stock is their sum. */
export function StockMovements({ product }: { product: string }) {
  const { t } = useTranslation('inventory')
  const { id } = useAccount()
  const { items: movements, pages } = useItems(stockMovementsQuery(id, product))
  return (
    <div>
      <Stack component="ul" gap={0} className="stagedoor-rows" aria-label={t('stock.history')}>
        {movements.map((movement) => (
          <Row key={movement.id} movement={movement} />
        ))}
      </Stack>
      <LoadMore of={pages} />
    </div>
  )
}

/** The note of a movement; for a sale, a link to the order. */
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

function Row({ movement: { quantity, reason, note, by, at } }: { movement: StockMovement }) {
  const { t } = useTranslation('inventory')
  return (
    <Group component="li" justify="space-between" wrap="nowrap" align="flex-start">
      <Stack gap={0} miw={0}>
        <Text size="sm">{t(`reasons.${reason}`)}</Text>
        {note && <Note text={note} />}
        <Text size="xs" c="dimmed">
          {t('stock.by', { person: by, when: formatDateTime(at) })}
        </Text>
      </Stack>
      <Text fw={600}>{signed(quantity)}</Text>
    </Group>
  )
}
