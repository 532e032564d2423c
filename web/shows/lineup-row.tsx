import { ActionIcon, Badge, Group, Stack, Text } from '@mantine/core'
import { IconChevronDown, IconChevronUp, IconGripVertical, IconX } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import { formatMoney } from '../i18n/money.ts'
import { Thumbnail } from '../ui/thumbnail.tsx'
import { LineupPriceInput } from './lineup-price-input.tsx'
import type { LineupItem } from './show-queries.ts'
import classes from './shows.module.css'
import type { useLineupOrder } from './use-lineup-order.ts'

type Given = {
  item: LineupItem
  place: number
  count: number
  currency: string
  order: ReturnType<typeof useLineupOrder>
  edit?: {
    setPrice: (product: string, price: number) => void
    remove: (item: LineupItem) => void
  }
}

/** A product of the lineup. It can be dragged anywhere, or moved with its two buttons. */
export function LineupRow({ item, place, count, currency, order, edit }: Given) {
  return (
    <Group
      component="li"
      gap="sm"
      className={classes.row}
      {...(edit && dragged(place, order))}
      {...(order.taken === place && { 'data-taken': true })}
      {...(order.over === place && order.taken !== place && { 'data-over': true })}
    >
      <Group gap="sm" wrap="nowrap" flex="1 1 var(--stagedoor-menu)" miw={0}>
        {edit && count > 1 && (
          <IconGripVertical size="1.25rem" stroke={1.5} aria-hidden className="stagedoor-icon" />
        )}
        <Thumbnail src={item.photo?.thumb ?? null} />
        <What item={item} />
      </Group>
      <Group gap="xs" wrap="nowrap" align="flex-start">
        {edit ? (
          <LineupPriceInput
            item={item}
            currency={currency}
            set={(price) => edit.setPrice(item.product, price)}
          />
        ) : (
          <Price item={item} currency={currency} />
        )}
        {edit && (
          <Acts
            item={item}
            isFirst={place === 0}
            isLast={place === count - 1}
            step={(by) => order.step(place, by)}
            remove={() => edit.remove(item)}
          />
        )}
      </Group>
    </Group>
  )
}

const dragged = (place: number, order: Given['order']) => ({
  draggable: true,
  onDragStart: () => order.take(place),
  onDragEnd: order.end,
  onDragOver: (event: React.DragEvent) => {
    event.preventDefault()
    order.pass(place)
  },
  onDrop: (event: React.DragEvent) => {
    event.preventDefault()
    order.drop(place)
  },
})

function What({ item }: { item: LineupItem }) {
  const { t } = useTranslation('shows')
  return (
    <Stack gap={4} miw={0}>
      <Text size="sm" fw={600} className="stagedoor-breaks">
        {item.title}
      </Text>
      <Group gap="xs">
        <Badge color={item.sale === 'auction' ? 'amber' : 'gray'}>{t(`lineup.${item.sale}`)}</Badge>
        <Text size="xs" c={item.quantity === 0 ? 'error' : 'dimmed'}>
          {[t('lineup.stock', { count: item.quantity }), item.sku].filter(Boolean).join(' · ')}
        </Text>
      </Group>
    </Stack>
  )
}

function Price({ item, currency }: { item: LineupItem; currency: string }) {
  const { t } = useTranslation('shows')
  const price = formatMoney(item.price, currency)
  return <Text size="sm">{item.sale === 'auction' ? t('lineup.start', { price }) : price}</Text>
}

type Moving = {
  item: LineupItem
  isFirst: boolean
  isLast: boolean
  step: (by: number) => void
  remove: () => void
}

function Acts({ item: { title }, isFirst, isLast, step, remove }: Moving) {
  const { t } = useTranslation('shows')
  return (
    <Group gap={0} wrap="nowrap">
      <ActionIcon
        data-move
        aria-label={t('lineup.earlier', { title })}
        disabled={isFirst}
        onClick={() => step(-1)}
      >
        <IconChevronUp aria-hidden />
      </ActionIcon>
      <ActionIcon
        data-move
        aria-label={t('lineup.later', { title })}
        disabled={isLast}
        onClick={() => step(1)}
      >
        <IconChevronDown aria-hidden />
      </ActionIcon>
      <ActionIcon aria-label={t('lineup.remove', { title })} onClick={remove}>
        <IconX size="1.25rem" aria-hidden />
      </ActionIcon>
    </Group>
  )
}
