import type { Tx } from '../ground/db.ts'
import { newId } from '../ground/ids.ts'
import { activity } from './tables.ts'

/** Areas that activity can be filtered by. */
export const activityAreas = [
  'team',
  'account',
  'inventory',
  'shows',
  'orders',
  'messages',
  'spending',
  'money',
  'door',
] as const
export type ActivityArea = (typeof activityAreas)[number]

/** Who did it, for which account, from where. Without a person: the clock or the platform's operator. */
export type Doer = {
  account: string
  accountName: string
  person: string | null
  name: string
  ip: string | null
}

/** What happened for an account by the clock, or by the platform's operator. */
export const theService = (account: string, accountName: string): Doer => ({
  account,
  accountName,
  person: null,
  name: 'Stagedoor',
  ip: null,
})

/** What was done, on what. */
export type Act = {
  /** `area.what`: its area comes first. */
  act: `${ActivityArea}.${string}`
  subject?: { id: string; name: string }
  details?: Record<string, unknown>
  allowed?: boolean
}

/** Adds to the account's activity, in the transaction of what is recorded. */
export async function record(tx: Tx, doer: Doer, { act, subject, details, allowed }: Act): Promise<void> {
  await tx.insert(activity).values({
    accountId: doer.account,
    id: newId('activity'),
    personId: doer.person,
    personName: doer.name,
    accountName: doer.accountName,
    area: act.slice(0, act.indexOf('.')),
    act,
    subjectId: subject?.id ?? null,
    subjectName: subject?.name ?? null,
    details: details ?? {},
    ip: doer.ip,
    allowed: allowed ?? true,
  })
}
