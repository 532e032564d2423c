import { useEffect, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { LineupItem } from './show-queries.ts'

/** The items with one moved. */
const moved = (items: LineupItem[], from: number, to: number) => {
  const [item] = items.slice(from, from + 1)
  return item ? items.toSpliced(from, 1).toSpliced(to, 0, item) : items
}

/**
 * Changes the order by keyboard and by pointer. When a product is moved with its buttons, the focus stays on it, and
 * its new position is announced.
 */
export function useLineupOrder(items: LineupItem[], change: (next: LineupItem[]) => void) {
  const { t } = useTranslation('shows')
  const list = useRef<HTMLOListElement>(null)
  const lastMove = useRef<{ id: string; by: number }>(undefined)
  const [announcement, announce] = useState('')
  const [taken, setTaken] = useState<number>()
  const [over, setOver] = useState<number>()
  const place = items.findIndex(({ product }) => product === lastMove.current?.id)
  useEffect(() => {
    if (place < 0 || !lastMove.current) return
    const buttons = list.current?.children[place]?.querySelectorAll<HTMLButtonElement>('[data-move]')
    const [wanted, other] =
      lastMove.current.by < 0 ? [buttons?.[0], buttons?.[1]] : [buttons?.[1], buttons?.[0]]
    ;(wanted?.disabled ? other : wanted)?.focus()
  }, [place])
  const move = (from: number, to: number) => {
    const item = items[from]
    if (!item || from === to || to < 0 || to >= items.length) return
    announce(t('lineup.moved', { title: item.title, number: to + 1, count: items.length }))
    change(moved(items, from, to))
  }
  const step = (from: number, by: number) => {
    lastMove.current = { id: items[from]?.product ?? '', by }
    move(from, from + by)
  }
  const end = () => {
    setTaken(undefined)
    setOver(undefined)
  }
  const drop = (upon: number) => {
    lastMove.current = undefined
    if (taken !== undefined) move(taken, upon)
    end()
  }
  return { list, announcement, announce, step, drop, end, take: setTaken, pass: setOver, taken, over }
}
