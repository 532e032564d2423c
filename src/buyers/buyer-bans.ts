import { and, desc, eq, gt, isNull, or, sql } from 'drizzle-orm'
import { z } from 'zod'
import { recordAct } from '../access/audit.ts'
import type { Actor } from '../access/gate.ts'
import { Refusal } from '../errors/refusal.ts'
import { byKey } from '../platform/database/by-key.ts'
import type { Tx } from '../platform/database/database.ts'
import { newId } from '../platform/ids.ts'
import { buyerBans } from './tables.ts'

export const Ban = z
  .object({
    id: z.string(),
    name: z.string().describe('The name of the person who is muted or blocked.'),
    kind: z
      .enum(['mute', 'block'])
      .describe(
        '`mute`: the person cannot write in one show for a while. `block`: the person can neither write nor buy in any show of the account.',
      ),
    show: z.string().nullable().describe('The id of the show of a mute; null for a block.'),
    until: z.date().nullable().describe('When a mute ends; null for a block, which has no end.'),
    by: z.string().describe('The name of the member who did it.'),
    at: z.date(),
  })
  .meta({ id: 'ChatBan' })

/** Mutes a person in a show, or blocks them from all shows of the account. */
export async function addBuyerBan(
  db: Tx,
  actor: Actor,
  person: { id: string; name: string },
  showId: string,
  { kind, minutes }: { kind: 'mute' | 'block'; minutes: number },
) {
  const values = {
    accountId: actor.account,
    id: newId('chatBan'),
    personId: person.id,
    name: person.name,
    kind,
    showId: kind === 'mute' ? showId : null,
    until: kind === 'mute' ? new Date(db.now.getTime() + minutes * 60_000) : null,
    byName: actor.name,
  }
  await db.insert(buyerBans).values(values)
  await recordAct(db, actor, {
    act: kind === 'mute' ? 'shows.muted' : 'shows.blocked',
    subject: { id: values.id, name: person.name },
    details: kind === 'mute' ? { minutes } : {},
  })
  return toBanView({ ...values, createdAt: db.now })
}

/** @throws Refusal muted (with the time when the mute ends) or blocked */
export async function refuseBannedFromChat(
  db: Tx,
  account: string,
  show: string,
  person: string,
): Promise<void> {
  const [ban] = await db
    .select({ kind: buyerBans.kind, until: buyerBans.until })
    .from(buyerBans)
    .where(
      and(
        eq(buyerBans.accountId, account),
        eq(buyerBans.personId, person),
        or(isNull(buyerBans.showId), eq(buyerBans.showId, show)),
        or(isNull(buyerBans.until), gt(buyerBans.until, sql`now()`)),
      ),
    )
    .orderBy(buyerBans.kind)
    .limit(1)
  if (ban?.kind === 'block') throw new Refusal('blocked')
  if (ban) throw new Refusal('muted', { until: ban.until, retryAt: ban.until?.toISOString() })
}

/**
 * Refuses a person whom the account has blocked. A muted person can still bid and buy.
 * @throws Refusal blocked
 */
export async function refuseBlockedBuyer(db: Tx, account: string, person: string): Promise<void> {
  const found = await db
    .select({ id: buyerBans.id })
    .from(buyerBans)
    .where(and(eq(buyerBans.accountId, account), eq(buyerBans.personId, person), eq(buyerBans.kind, 'block')))
  if (found.length > 0) throw new Refusal('blocked')
}

/** Lists the people who are muted or blocked now, the latest first. */
export async function listBuyerBans(db: Tx, { account }: Actor) {
  const found = await db
    .select()
    .from(buyerBans)
    .where(
      and(eq(buyerBans.accountId, account), or(isNull(buyerBans.until), gt(buyerBans.until, sql`now()`))),
    )
    .orderBy(desc(buyerBans.id))
    .limit(200)
  return { items: found.map(toBanView), next: null }
}

/**
 * Lifts a mute or a block.
 * @throws Refusal not_found
 */
export async function liftBuyerBan(db: Tx, actor: Actor, id: string) {
  const [lifted] = await db
    .delete(buyerBans)
    .where(byKey(buyerBans, actor.account, id))
    .returning({ name: buyerBans.name })
  if (!lifted) throw new Refusal('not_found')
  await recordAct(db, actor, { act: 'shows.ban_lifted', subject: { id, name: lifted.name } })
  return {}
}

const toBanView = ({
  id,
  name,
  kind,
  showId,
  until,
  byName,
  createdAt,
}: typeof buyerBans.$inferSelect): z.input<typeof Ban> => ({
  id,
  name,
  kind,
  show: showId,
  until,
  by: byName,
  at: createdAt,
})
