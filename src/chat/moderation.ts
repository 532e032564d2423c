import { and, desc, eq, gt, isNull, or, sql } from 'drizzle-orm'
import { z } from 'zod'
import { Refusal } from '../door/errors.ts'
import type { Actor } from '../door/gate.ts'
import { record } from '../door/record.ts'
import { members } from '../door/tables.ts'
import type { Tx } from '../ground/db.ts'
import { newId } from '../ground/ids.ts'
import { line, reference } from '../ground/text.ts'
import { rowOf } from '../shows/listing.ts'
import { slow } from '../shows/pace.ts'
import { say } from '../shows/telling.ts'
import { chatBans, chatLines, mutedWords } from './tables.ts'

export const Moderation = z.object({
  /** Seconds between two lines of one person in this show; 0: as fast as they type. */
  slowSeconds: z.int(),
  /** In all of the account's shows. */
  mutedWords: z.array(z.string()),
})
export const ModerationChange = z.strictObject({
  slowSeconds: z.int().min(0).max(300).optional(),
  mutedWords: z.array(line(60)).max(200).optional(),
})
export const NewBan = z.strictObject({
  /** A line of whoever it is for. */
  line: reference,
  /** mute: not a word in this show, for a time. block: neither words nor bids, in any show of the account. */
  kind: z.enum(['mute', 'block']),
  minutes: z.int().min(1).max(1440).default(30),
})
export const Ban = z
  .object({
    id: z.string(),
    name: z.string(),
    kind: z.enum(['mute', 'block']),
    show: z.string().nullable(),
    until: z.date().nullable(),
    by: z.string(),
    at: z.date(),
  })
  .meta({ id: 'ChatBan' })

/** @throws Refusal not_found */
export async function show(db: Tx, actor: Actor, id: string): Promise<z.input<typeof Moderation>> {
  const { slowSeconds } = await rowOf(db, actor.account, id)
  const [found] = await db
    .select({ words: mutedWords.words })
    .from(mutedWords)
    .where(eq(mutedWords.accountId, actor.account))
  return { slowSeconds, mutedWords: found?.words ?? [] }
}

/** @throws Refusal not_found */
export async function change(db: Tx, actor: Actor, id: string, input: z.output<typeof ModerationChange>) {
  const { title } = await rowOf(db, actor.account, id)
  if (input.slowSeconds !== undefined) await slow(db, actor, id, input.slowSeconds)
  if (input.mutedWords) {
    const words = [...new Set(input.mutedWords)]
    await db
      .insert(mutedWords)
      .values({ accountId: actor.account, words })
      .onConflictDoUpdate({ target: mutedWords.accountId, set: { words } })
  }
  await record(db, actor, { act: 'shows.moderation_changed', subject: { id, name: title }, details: {} })
  return show(db, actor, id)
}

/** Takes a line away from everybody's eyes; the team sees that it was, and by whom. @throws Refusal not_found */
export async function remove(db: Tx, actor: Actor, showId: string, id: string) {
  const [gone] = await db
    .update(chatLines)
    .set({ deletedAt: sql`now()`, deletedBy: actor.name })
    .where(
      and(
        eq(chatLines.accountId, actor.account),
        eq(chatLines.showId, showId),
        eq(chatLines.id, id),
        isNull(chatLines.deletedAt),
      ),
    )
    .returning({ name: chatLines.name })
  if (!gone) throw new Refusal('not_found')
  await record(db, actor, { act: 'shows.line_deleted', subject: { id, name: gone.name } })
  await say(db, { account: actor.account, show: showId }, { type: 'line-gone', line: id })
  return {}
}

/** @throws Refusal not_found: no such line, or one of the team's own people wrote it */
export async function ban(
  db: Tx,
  actor: Actor,
  showId: string,
  { line, kind, minutes }: z.output<typeof NewBan>,
) {
  const [written] = await db
    .select({ personId: chatLines.personId, name: chatLines.name, host: chatLines.host })
    .from(chatLines)
    .where(and(eq(chatLines.accountId, actor.account), eq(chatLines.showId, showId), eq(chatLines.id, line)))
  if (!written?.personId || written.host || (await isColleague(db, actor, written.personId)))
    throw new Refusal('not_found')
  const values = {
    accountId: actor.account,
    id: newId('chatBan'),
    personId: written.personId,
    name: written.name,
    kind,
    showId: kind === 'mute' ? showId : null,
    until: kind === 'mute' ? new Date(Date.now() + minutes * 60_000) : null,
    byName: actor.name,
  }
  await db.insert(chatBans).values(values)
  await record(db, actor, {
    act: kind === 'mute' ? 'shows.muted' : 'shows.blocked',
    subject: { id: values.id, name: written.name },
    details: kind === 'mute' ? { minutes } : {},
  })
  return view({ ...values, createdAt: new Date() })
}

const isColleague = async (db: Tx, { account }: Actor, person: string) => {
  const found = await db
    .select({ id: members.id })
    .from(members)
    .where(and(eq(members.accountId, account), eq(members.personId, person)))
  return found.length > 0
}

/** Who is muted or blocked now, the latest first. */
export async function bans(db: Tx, { account }: Actor) {
  const found = await db
    .select()
    .from(chatBans)
    .where(and(eq(chatBans.accountId, account), or(isNull(chatBans.until), gt(chatBans.until, sql`now()`))))
    .orderBy(desc(chatBans.id))
    .limit(200)
  return { items: found.map(view), next: null }
}

/** @throws Refusal not_found */
export async function lift(db: Tx, actor: Actor, id: string) {
  const [gone] = await db
    .delete(chatBans)
    .where(and(eq(chatBans.accountId, actor.account), eq(chatBans.id, id)))
    .returning({ name: chatBans.name })
  if (!gone) throw new Refusal('not_found')
  await record(db, actor, { act: 'shows.ban_lifted', subject: { id, name: gone.name } })
  return {}
}

const view = ({ id, name, kind, showId, until, byName, createdAt }: typeof chatBans.$inferSelect) => ({
  id,
  name,
  kind,
  show: showId,
  until,
  by: byName,
  at: createdAt,
})
