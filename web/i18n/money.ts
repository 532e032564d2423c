import { currentLanguage, currentLocale } from './i18n.ts'

const format = (currency: string) =>
  new Intl.NumberFormat(currentLocale(), {
    style: 'currency',
    currency,
    currencyDisplay: 'narrowSymbol',
  })

/** The number of decimals of a currency: 2 for EUR, 0 for JPY, 3 for KWD. */
export const currencyDecimals = (currency: string) =>
  format(currency).resolvedOptions().maximumFractionDigits ?? 2

/** An amount in minor units, written in the page's language. */
export const formatMoney = (minor: number, currency: string) =>
  format(currency).format(minor / 10 ** currencyDecimals(currency))

/** An amount in short form, for an axis: €45, €1.2K. */
export const formatMoneyShort = (minor: number, currency: string) =>
  new Intl.NumberFormat(currentLocale(), {
    style: 'currency',
    currency,
    currencyDisplay: 'narrowSymbol',
    notation: 'compact',
    minimumFractionDigits: 0,
    maximumFractionDigits: 2,
  }).format(minor / 10 ** currencyDecimals(currency))

/**
 * Converts a typed amount in major units, with a point or a comma, to minor units; undefined if it is not an amount.
 */
export function toMinorUnits(typed: string | number, currency: string): number | undefined {
  const text = String(typed).replace(/\s/g, '').replace(',', '.')
  if (!/^\d+(\.\d*)?$/.test(text)) return undefined
  const [whole, fraction = ''] = text.split('.') as [string, string?]
  const places = currencyDecimals(currency)
  if (fraction.replace(/0+$/, '').length > places) return undefined
  return Number(whole) * 10 ** places + Number(fraction.slice(0, places).padEnd(places, '0') || 0)
}

/** An amount as typed into a field: 12.50, or 12,50 in French. */
export const toMoneyInput = (minor: number, currency: string) =>
  (minor / 10 ** currencyDecimals(currency))
    .toFixed(currencyDecimals(currency))
    .replace('.', currentLanguage() === 'fr' ? ',' : '.')

/** The currency sign next to a field: €, $. */
export const currencySymbol = (currency: string) =>
  format(currency)
    .formatToParts(0)
    .find((part) => part.type === 'currency')?.value ?? currency
