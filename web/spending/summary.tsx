import { Button, Group, Paper, Skeleton, Stack, Text, Title } from '@mantine/core'
import { useId } from 'react'
import { useTranslation } from 'react-i18next'
import { money } from '../money.ts'
import { Thumb } from '../shell/thumb.tsx'
import type { Basket } from './basket.ts'
import { type Item, Items } from './items.tsx'
import type { Quote } from './quote.ts'
import { Totals } from './totals.tsx'

type Given = {
  basket: Basket
  quote: Quote | undefined
  /** What was shown when the button was pressed before. */
  before: Quote | undefined
  isReady: boolean
  /** It cannot be said what it costs. */
  isFailed: boolean
  busy: boolean
  pay: () => void
}

/** What is bought, what it costs, and the one button. */
export function Summary({ basket, quote, before, isReady, isFailed, busy, pay }: Given) {
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
            <Items
              items={priced(basket, quote)}
              currency={quote.currency}
              label={t('checkout.summary')}
              more={(item) => <Was item={item} before={before} />}
            />
            <Totals {...quote} />
          </>
        ) : (
          <Unpriced items={basket.items} isFailed={isFailed} />
        )}
        <Button size="md" loading={busy} disabled={!isReady} onClick={pay}>
          {t('checkout.pay', { total: quote ? money(quote.total, quote.currency) : '' })}
        </Button>
        <Text size="xs" c="dimmed">
          {t('checkout.safe')}
        </Text>
      </Stack>
    </Paper>
  )
}

/** What is wanted, while it cannot be said what it costs. */
function Unpriced({ items, isFailed }: Pick<Basket, 'items'> & { isFailed: boolean }) {
  if (!isFailed) return <Skeleton h="var(--stagedoor-row)" />
  return items.map(({ product, title, quantity, thumb }) => (
    <Group key={product} gap="sm" wrap="nowrap">
      <Thumb src={thumb} />
      <Text size="sm" className="stagedoor-breaks">
        {quantity > 1 ? `${quantity} × ${title}` : title}
      </Text>
    </Group>
  ))
}

/** The quote's lines, in the basket's order and with its photos. */
const priced = ({ items }: Basket, quote: Quote): Item[] =>
  items.flatMap((item) => {
    const line = quote.items.find(({ product }) => product === item.product)
    return line ? [{ ...line, thumb: item.thumb }] : []
  })

function Was({ item, before }: { item: Item; before: Quote | undefined }) {
  const { t } = useTranslation('spending')
  const line = before?.items.find(({ product }) => product === item.product)
  if (!before || !line || line.price === item.price) return null
  return (
    <Text size="sm" c="dimmed">
      {t('checkout.was', { price: money(line.price, before.currency) })}
    </Text>
  )
}
