import { TextInput } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { currencySymbol, formatMoney, toMinorUnits, toMoneyInput } from '../i18n/money.ts'
import { isValidPrice } from '../inventory/product-form-values.ts'
import type { LineupItem } from './show-queries.ts'

type Given = { item: LineupItem; currency: string; set: (price: number) => void }

/** The product's price in this show. Empty: its usual price. Saved when the field loses the focus. */
export function LineupPriceInput({ item, currency, set }: Given) {
  const { t } = useTranslation('shows')
  const { title, price, usualPrice, sale } = item
  const [typed, setTyped] = useState<string>()
  const isWrong = typed !== undefined && typed.trim() !== '' && !isValidPrice(typed, currency)
  const keep = () => {
    if (typed === undefined || isWrong) return
    const next = typed.trim() === '' ? usualPrice : (toMinorUnits(typed, currency) ?? usualPrice)
    setTyped(undefined)
    if (next !== price) set(next)
  }
  return (
    <TextInput
      w="var(--stagedoor-choice)"
      size="sm"
      aria-label={t(sale === 'auction' ? 'lineup.startOf' : 'lineup.priceOf', { title })}
      inputMode="decimal"
      leftSection={currencySymbol(currency)}
      leftSectionWidth="var(--stagedoor-sign)"
      value={typed ?? toMoneyInput(price, currency)}
      placeholder={toMoneyInput(usualPrice, currency)}
      onChange={({ currentTarget }) => setTyped(currentTarget.value)}
      onBlur={keep}
      onKeyDown={({ key }) => key === 'Enter' && keep()}
      {...(price !== usualPrice && {
        description: t('lineup.usual', { price: formatMoney(usualPrice, currency) }),
      })}
      {...(isWrong && { error: t('lineup.priceWrong') })}
    />
  )
}
