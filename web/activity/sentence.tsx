import { Text } from '@mantine/core'
import { Trans, useTranslation } from 'react-i18next'
import { type Permission, permissions, type Role, roles } from '../../src/permissions.ts'
import { day } from '../formats.ts'
import { language } from '../i18n.ts'
import type { Entry } from './activity.ts'
import { knownAct } from './acts.ts'

/** An entry as a sentence of the page's language. */
export function Sentence({ entry }: { entry: Entry }) {
  const { t } = useTranslation('activity')
  const word = useWord()
  const act = knownAct(entry.act)
  const { from, to, role, permission, quantity, reason } = entry.details as Record<string, unknown>
  const values = {
    act: entry.act,
    person: entry.person?.name ?? t('someone'),
    subject: entry.subject?.name ?? t('someone'),
    from: word(from),
    to: word(to),
    role: word(role),
    permission: permissionName(permission),
    quantity: typeof quantity === 'number' ? signed(quantity) : '',
    reason: word(reason),
  }
  return (
    <Text size="sm" className="stagedoor-breaks">
      <Trans t={t} i18nKey={act ? `acts.${act}` : 'acts.other'} values={values} components={{ b: <b /> }} />
    </Text>
  )
}

const signed = (quantity: number) => (quantity > 0 ? `+${quantity}` : `−${-quantity}`)

const permissionName = (code: unknown) =>
  typeof code === 'string' && code in permissions
    ? permissions[code as Permission].name[language()]
    : String(code ?? '')

const isTime = /^\d{4}-\d\d-\d\dT/
const reasons = ['initial', 'received', 'sold', 'correction', 'damaged', 'returned'] as const

/** A detail as a reader would say it: a role by its name, a time as a day, nothing as “no end”. */
function useWord() {
  const { t } = useTranslation(['activity', 'common', 'inventory'])
  return (value: unknown): string => {
    if (value === null) return t('activity:noEnd')
    if (typeof value !== 'string') return value === undefined ? '' : String(value)
    if (roles.includes(value as Role)) return t(`common:roles.${value as Role}`)
    const reason = reasons.find((one) => one === value)
    if (reason) return t(`inventory:reasons.${reason}`)
    return isTime.test(value) ? day(value) : value
  }
}
