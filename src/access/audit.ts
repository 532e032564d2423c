import type { Tx } from '../platform/database/database.ts'
import { newId } from '../platform/ids.ts'
import { activity } from './tables.ts'
import type { ActivityArea } from './vocabulary.ts'

/** Who acted, for which account, from which IP address. `person` is null for the clock and the platform's operator. */
export type AuditActor = {
  account: string
  accountName: string
  person: string | null
  name: string
  ip: string | null
}

/** The actor that is recorded for acts which the clock or the platform's operator causes. */
export const serviceActor = (account: string, accountName: string): AuditActor => ({
  account,
  accountName,
  person: null,
  name: 'Stagedoor',
  ip: null,
})

/** An act, with the thing or person that it was done to. */
export type AuditedAct = {
  /** Has the form `area.what`. */
  act: `${ActivityArea}.${string}`
  subject?: { id: string; name: string }
  details?: Record<string, unknown>
  allowed?: boolean
}

/** Adds a row to the account's activity, in the transaction of the act itself. */
export async function recordAct(
  tx: Tx,
  actor: AuditActor,
  { act, subject, details, allowed }: AuditedAct,
): Promise<void> {
  await tx.insert(activity).values({
    accountId: actor.account,
    id: newId('activity'),
    personId: actor.person,
    personName: actor.name,
    accountName: actor.accountName,
    area: act.slice(0, act.indexOf('.')),
    act,
    subjectId: subject?.id ?? null,
    subjectName: subject?.name ?? null,
    details: details ?? {},
    ip: actor.ip,
    allowed: allowed ?? true,
  })
}

/** Records an act that the clock caused for an account, without a person. */
export const recordAsClock = (
  tx: Tx,
  { id, name }: { id: string; name: string },
  act: AuditedAct,
): Promise<void> => recordAct(tx, serviceActor(id, name), act)
