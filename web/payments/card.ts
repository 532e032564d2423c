import type { Input } from '../api.ts'

export type Values = { number: string; expiry: string; cvc: string }
export const emptyCard: Values = { number: '', expiry: '', cvc: '' }

const digits = (text: string) => text.replaceAll(/\D/g, '')

/** How a number stands on the card: in fours; American Express's in 4, 6 and 5. */
export const cardMask = (amex = false) => (amex ? '9999 999999 99999' : '9999 9999 9999 9999 999')
export const isAmex = (number: string) => /^3[47]/.test(number)
export const grouped = (number: string) => number.replace(/\d{4}(?=\d)/g, '$& ')

/** Month and year, as they stand on the card; also from what a browser fills in: 4/29, 04/2029. */
export function readExpiry(typed: string): { month: number; year: number } | undefined {
  const found = /^\s*(\d{1,2})\s*[/\-. ]?\s*(?:20)?(\d{2})\s*$/.exec(typed)
  const month = Number(found?.[1])
  return found && month >= 1 && month <= 12 ? { month, year: 2000 + Number(found[2]) } : undefined
}

/** While it is typed: the stroke comes by itself. */
export function withStroke(typed: string, before: string): string {
  if (typed.length < before.length || /[/\-. ]/.test(typed)) return typed.slice(0, 9)
  return /^\d{2}$/.test(typed) ? `${typed} / ` : typed
}

export const isNumber = (text: string) => /^\d{12,19}$/.test(digits(text))
export const isCode = (text: string) => /^\d{3,4}$/.test(text.trim())
export const isPast = ({ month, year }: { month: number; year: number }) =>
  Date.UTC(year, month) <= Date.now()

/** What is sent; the form has checked it. */
export function inputOf({
  number,
  expiry,
  cvc,
}: Values): Input<'POST /accounts/:account/payment-methods'>['input'] {
  const { month = 0, year = 0 } = readExpiry(expiry) ?? {}
  return { number: digits(number), expMonth: month, expYear: year, cvc: cvc.trim() }
}
