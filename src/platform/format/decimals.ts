/** Amounts as files write them: in major units, with a decimal point. */

const decimalsByCurrency = new Map<string, number>()

/** How many decimals a currency has: 2 for EUR, 0 for JPY, 3 for KWD. */
function decimalsOf(currency: string): number {
  const cached = decimalsByCurrency.get(currency)
  if (cached !== undefined) return cached
  const format = new Intl.NumberFormat('en', { style: 'currency', currency })
  const decimals = format.resolvedOptions().maximumFractionDigits ?? 2
  decimalsByCurrency.set(currency, decimals)
  return decimals
}

/** For example, 1250 in EUR is "12.50". */
export function toDecimal(minor: number, currency: string): string {
  const decimals = decimalsOf(currency)
  return (minor / 10 ** decimals).toFixed(decimals)
}

/** "12.50" and "12,5" (as a French spreadsheet writes it) are 1250 in EUR. @returns undefined if it is not an amount */
export function fromDecimal(text: string, currency: string): number | undefined {
  const decimals = decimalsOf(currency)
  const [, whole, fraction = ''] = /^(\d{1,9})(?:[.,](\d+))?$/.exec(text.trim()) ?? []
  if (whole === undefined || /[1-9]/.test(fraction.slice(decimals))) return undefined
  return Number(whole + fraction.slice(0, decimals).padEnd(decimals, '0'))
}
