import { Button, Group, Paper, Skeleton, Stack, Text, Title } from '@mantine/core'
import { useId } from 'react'
import { useTranslation } from 'react-i18next'
import { formatMoney } from '../i18n/money.ts'
import { type LineItem, LineItems } from '../ui/line-items.tsx'
import { OrderTotals } from '../ui/order-totals.tsx'
import { Thumbnail } from '../ui/thumbnail.tsx'
import type { Quote } from './quote-queries.ts'
import type { Basket } from './use-basket.ts'

type Given = {
  basket: Basket
  quote: Quote | undefined
  /** The quote that was shown before the price changed, or when the button was last pressed. */
  before: Quote | undefined
  isReady: boolean
  /** Whether the price could not be determined. */
  isFailed: boolean
  busy: boolean
  pay: () => void
}

/** The items, the price and the button that pays. */
export function CheckoutSummary({ basket, quote, before, isReady, isFailed, busy, pay }: Given) {
  const { t } = useTranslation('spending')
  const title = useId()
  return (
    <Paper component="section" aria-labelledby={title} p="md">
      <Stack gap="md">
        <Title order={2} id={title}>
          {t('checkout.summary')}
        </Title>
        {quote ? (
          <>
            <LineItems
              items={priced(basket, quote)}
              currency={quote.currency}
              label={t('checkout.summary')}
              more={(item) => <Was item={item} before={before} />}
            />
            <OrderTotals {...quote} />
          </>
        ) : (
          <Unpriced items={basket.items} isFailed={isFailed} />
        )}
        <Button size="md" loading={busy} disabled={!isReady} onClick={pay}>
          {t('checkout.pay', { total: quote ? formatMoney(quote.total, quote.currency) : '' })}
        </Button>
        <Text size="xs" c="dimmed">
          {t('checkout.safe')}
        </Text>
      </Stack>
    </Paper>
  )
}

/** The items, while the price is unknown. */
function Unpriced({ items, isFailed }: Pick<Basket, 'items'> & { isFailed: boolean }) {
  if (!isFailed) return <Skeleton h="var(--stagedoor-row)" />
  return items.map(({ product, title, quantity, thumb }) => (
    <Group key={product} gap="sm" wrap="nowrap">
      <Thumbnail src={thumb} />
      <Text size="sm" className="stagedoor-breaks">
        {quantity > 1 ? `${quantity} × ${title}` : title}
      </Text>
    </Group>
  ))
}

/** The lines of the quote, in the basket's order and with its photos. */
const priced = ({ items }: Basket, quote: Quote): LineItem[] =>
  items.flatMap((item) => {
    const line = quote.items.find(({ product }) => product === item.product)
    return line ? [{ ...line, thumb: item.thumb }] : []
  })

function Was({ item, before }: { item: LineItem; before: Quote | undefined }) {
  const { t } = useTranslation('spending')
  const line = before?.items.find(({ product }) => product === item.product)
  if (!before || !line || line.price === item.price) return null
  return (
    <Text size="sm" c="dimmed">
      {t('checkout.was', { price: formatMoney(line.price, before.currency) })}
    </Text>
  )
}
