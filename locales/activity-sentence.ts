import { type Permission, permissions, type Role, roles } from '../src/permissions.ts'
import { en } from './en/index.ts'
import type { Language } from './index.ts'

/** An entry of the activity, as it is recorded. */
export type RecordedActivity = {
  act: string
  person: { name: string } | null
  subject: { name: string } | null
  details: Record<string, unknown>
}

type Words = (key: string) => string

/**
 * How an entry reads: the text's key and what it names. An act that has no words (yet) is shown by its code.
 * @param day how a moment is written as a day
 */
export function activitySentence(
  t: Words,
  language: Language,
  day: (at: string) => string,
  entry: RecordedActivity,
) {
  const word = (value: unknown) => wordOf(t, day, value)
  const { from, to, role, permission, quantity, reason, shop, number, host, minutes } = entry.details
  return {
    key: isKnown(entry.act) ? `acts.${entry.act}` : 'acts.other',
    values: {
      act: entry.act,
      person: entry.person?.name ?? t('activity:someone'),
      subject: entry.subject?.name ?? t('activity:someone'),
      from: word(from),
      to: word(to),
      role: word(role),
      permission: permissionName(permission, language),
      quantity: typeof quantity === 'number' ? signed(quantity) : '',
      reason: word(reason),
      shop: word(shop),
      number: word(number),
      host: word(host),
      minutes: word(minutes),
      amount: amountIn(language, entry.details),
    },
  }
}

const isKnown = (act: string) => {
  const [area = '', what = ''] = act.split('.')
  const known = en.activity.acts as Record<string, string | Record<string, string>>
  const inArea = known[area]
  return typeof inArea === 'object' && what in inArea
}

const amountIn = (language: Language, { amount, currency }: Record<string, unknown>) =>
  typeof amount === 'number' && typeof currency === 'string'
    ? new Intl.NumberFormat(language, { style: 'currency', currency }).format(amount / 100)
    : ''

const signed = (quantity: number) => (quantity > 0 ? `+${quantity}` : `−${-quantity}`)

const permissionName = (code: unknown, language: Language) =>
  typeof code === 'string' && code in permissions
    ? permissions[code as Permission].name[language]
    : String(code ?? '')

const isTime = /^\d{4}-\d\d-\d\dT/

/** A detail as a reader would say it: a role by its name, a time as a day, nothing as "no end". */
function wordOf(t: Words, day: (at: string) => string, value: unknown): string {
  if (value === null) return t('activity:noEnd')
  if (typeof value !== 'string') return value === undefined ? '' : String(value)
  if (roles.includes(value as Role)) return t(`common:roles.${value}`)
  if (value in en.inventory.reasons) return t(`inventory:reasons.${value}`)
  return isTime.test(value) ? day(value) : value
}
