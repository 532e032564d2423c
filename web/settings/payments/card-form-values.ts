import type { Input } from '../../data/api.ts'

export type CardFormValues = { number: string; expiry: string; cvc: string }
export const emptyCardForm: CardFormValues = { number: '', expiry: '', cvc: '' }

const digits = (text: string) => text.replaceAll(/\D/g, '')

/** The groups of a card number: four digits each; for American Express 4, 6 and 5. */
export const cardNumberMask = (amex = false) => (amex ? '9999 999999 99999' : '9999 9999 9999 9999 999')
export const isAmex = (number: string) => /^3[47]/.test(number)
export const groupCardNumber = (number: string) => number.replace(/\d{4}(?=\d)/g, '$& ')

/** The month and year of a card, also in the forms that browsers fill in: 4/29, 04/2029. */
export function parseCardExpiry(typed: string): { month: number; year: number } | undefined {
  const found = /^\s*(\d{1,2})\s*[/\-. ]?\s*(?:20)?(\d{2})\s*$/.exec(typed)
  const month = Number(found?.[1])
  return found && month >= 1 && month <= 12 ? { month, year: 2000 + Number(found[2]) } : undefined
}

/** Adds the slash while the date is typed. */
export function withExpirySlash(typed: string, before: string): string {
  if (typed.length < before.length || /[/\-. ]/.test(typed)) return typed.slice(0, 9)
  return /^\d{2}$/.test(typed) ? `${typed} / ` : typed
}

export const isCardNumber = (text: string) => /^\d{12,19}$/.test(digits(text))
export const isSecurityCode = (text: string) => /^\d{3,4}$/.test(text.trim())
export const isExpiryPast = ({ month, year }: { month: number; year: number }) =>
  Date.UTC(year, month) <= Date.now()

/** The input for the API. The form has checked it. */
export function toCardInput({
  number,
  expiry,
  cvc,
}: CardFormValues): Input<'POST /accounts/:account/payment-methods'>['input'] {
  const { month = 0, year = 0 } = parseCardExpiry(expiry) ?? {}
  return { number: digits(number), expMonth: month, expYear: year, cvc: cvc.trim() }
}
