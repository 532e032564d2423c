import { TextInput } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { isPrice } from '../inventory/product-values.ts'
import { asTyped, money, symbol, toMinor } from '../money.ts'
import type { LineupItem } from './shows.ts'

type Given = { item: LineupItem; currency: string; set: (price: number) => void }

/** What a product costs in this show; left empty, what it usually does. Kept when the field is left. */
export function PriceInput({ item, currency, set }: Given) {
  const { t } = useTranslation('shows')
  const { title, price, usualPrice, sale } = item
  const [typed, setTyped] = useState<string>()
  const isWrong = typed !== undefined && typed.trim() !== '' && !isPrice(typed, currency)
  const keep = () => {
    if (typed === undefined || isWrong) return
    const next = typed.trim() === '' ? usualPrice : (toMinor(typed, currency) ?? usualPrice)
    setTyped(undefined)
    if (next !== price) set(next)
  }
  return (
    <TextInput
      w="var(--stagedoor-choice)"
      size="sm"
      aria-label={t(sale === 'auction' ? 'lineup.startOf' : 'lineup.priceOf', { title })}
      inputMode="decimal"
      leftSection={symbol(currency)}
      leftSectionWidth="var(--stagedoor-sign)"
      value={typed ?? asTyped(price, currency)}
      placeholder={asTyped(usualPrice, currency)}
      onChange={({ currentTarget }) => setTyped(currentTarget.value)}
      onBlur={keep}
      onKeyDown={({ key }) => key === 'Enter' && keep()}
      {...(price !== usualPrice && {
        description: t('lineup.usual', { price: money(usualPrice, currency) }),
      })}
      {...(isWrong && { error: t('lineup.priceWrong') })}
    />
  )
}
