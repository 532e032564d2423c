import { VisuallyHidden } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { LineupRow } from './lineup-row.tsx'
import type { LineupItem } from './show-queries.ts'
import { useLineupOrder } from './use-lineup-order.ts'

type Given = {
  items: LineupItem[]
  currency: string
  /** Absent for members who may only look. */
  change?: (next: LineupItem[]) => void
}

const nothing = () => undefined

/** What a show sells, in its order. */
export function Lineup({ items, currency, change }: Given) {
  const { t } = useTranslation('shows')
  const order = useLineupOrder(items, change ?? nothing)
  const edit = change && {
    setPrice: (product: string, price: number) =>
      change(items.map((item) => (item.product === product ? { ...item, price } : item))),
    remove: (removed: LineupItem) => {
      order.announce(t('lineup.removed', { title: removed.title }))
      change(items.filter(({ product }) => product !== removed.product))
    },
  }
  return (
    <>
      <ol ref={order.list} className="stagedoor-rows" aria-label={t('lineup.title')}>
        {items.map((item, place) => (
          <LineupRow
            key={item.product}
            item={item}
            place={place}
            count={items.length}
            currency={currency}
            order={order}
            {...(edit && { edit })}
          />
        ))}
      </ol>
      <VisuallyHidden role="status">{order.announcement}</VisuallyHidden>
    </>
  )
}
