import { language } from './i18n.ts'

const locale = () => (language() === 'fr' ? 'fr-FR' : 'en-GB')

const format = (currency: string) =>
  new Intl.NumberFormat(locale(), {
    style: 'currency',
    currency,
    currencyDisplay: 'narrowSymbol',
  })

/** How many decimals a currency has: 2 for EUR, 0 for JPY, 3 for KWD. */
export const decimals = (currency: string) => format(currency).resolvedOptions().maximumFractionDigits ?? 2

/** An amount in minor units, as the page's language writes it. */
export const money = (minor: number, currency: string) =>
  format(currency).format(minor / 10 ** decimals(currency))

/** The same in short, for an axis: €45, €1.2K. */
export const roundMoney = (minor: number, currency: string) =>
  new Intl.NumberFormat(locale(), {
    style: 'currency',
    currency,
    currencyDisplay: 'narrowSymbol',
    notation: 'compact',
    minimumFractionDigits: 0,
    maximumFractionDigits: 2,
  }).format(minor / 10 ** decimals(currency))

/** What was typed in major units, with a point or a comma, in minor units; undefined when it is no amount. */
export function toMinor(typed: string | number, currency: string): number | undefined {
  const text = String(typed).replace(/\s/g, '').replace(',', '.')
  if (!/^\d+(\.\d*)?$/.test(text)) return undefined
  const [whole, fraction = ''] = text.split('.') as [string, string?]
  const places = decimals(currency)
  if (fraction.replace(/0+$/, '').length > places) return undefined
  return Number(whole) * 10 ** places + Number(fraction.slice(0, places).padEnd(places, '0') || 0)
}

/** An amount as one would type it into a field: 12.50, or 12,50 in French. */
export const asTyped = (minor: number, currency: string) =>
  (minor / 10 ** decimals(currency)).toFixed(decimals(currency)).replace('.', language() === 'fr' ? ',' : '.')

/** The sign that stands beside a field: €, $. */
export const symbol = (currency: string) =>
  format(currency)
    .formatToParts(0)
    .find((part) => part.type === 'currency')?.value ?? currency
