import { and, eq, isNull, sql } from 'drizzle-orm'
import { z } from 'zod'
import { recordAct } from '../access/audit.ts'
import type { Actor } from '../access/gate.ts'
import { members } from '../access/tables.ts'
import { addBuyerBan } from '../buyers/buyer-bans.ts'
import { Refusal } from '../errors/refusal.ts'
import { byKey } from '../platform/database/by-key.ts'
import type { Tx } from '../platform/database/database.ts'
import { idReference, singleLine } from '../platform/text-schemas.ts'
import { findShowRow } from '../shows/account-shows.ts'
import { publishToShow } from '../shows/show-events.ts'
import { setSlowMode } from '../shows/slow-mode.ts'
import { LineGonePush } from './chat-line.ts'
import { chatLines, mutedWords } from './tables.ts'
import { moderationLimits } from './vocabulary.ts'

export const Moderation = z.object({
  slowSeconds: z
    .int()
    .describe('Seconds that a person must wait between two lines in this show; 0: no wait.'),
  mutedWords: z.array(z.string()).describe('Words that are muted in all shows of the account.'),
})
export const ModerationChange = z.strictObject({
  slowSeconds: z.int().min(0).max(moderationLimits.slowSeconds).optional(),
  mutedWords: z.array(singleLine(moderationLimits.mutedWord)).max(moderationLimits.mutedWords).optional(),
})
export const NewBan = z.strictObject({
  line: idReference.describe('The id of a chat line that the person wrote.'),
  kind: z
    .enum(['mute', 'block'])
    .describe(
      '`mute`: the person cannot write in this show for some minutes. `block`: the person can neither write nor bid in any show of the account.',
    ),
  minutes: z
    .int()
    .min(1)
    .max(moderationLimits.muteMinutes)
    .default(30)
    .describe('How long a mute lasts; ignored for a block.'),
})

/** @throws Refusal not_found */
export async function findModeration(db: Tx, actor: Actor, id: string): Promise<z.input<typeof Moderation>> {
  const { slowSeconds } = await findShowRow(db, actor.account, id)
  const [found] = await db
    .select({ words: mutedWords.words })
    .from(mutedWords)
    .where(eq(mutedWords.accountId, actor.account))
  return { slowSeconds, mutedWords: found?.words ?? [] }
}

/**
 * Changes the slow mode of a show and the muted words of the account.
 * @throws Refusal not_found
 */
export async function changeModeration(
  db: Tx,
  actor: Actor,
  id: string,
  input: z.output<typeof ModerationChange>,
) {
  const { title } = await findShowRow(db, actor.account, id)
  if (input.slowSeconds !== undefined) await setSlowMode(db, actor, id, input.slowSeconds)
  if (input.mutedWords) {
    const words = [...new Set(input.mutedWords)]
    await db
      .insert(mutedWords)
      .values({ accountId: actor.account, words })
      .onConflictDoUpdate({ target: mutedWords.accountId, set: { words } })
  }
  await recordAct(db, actor, { act: 'shows.moderation_changed', subject: { id, name: title }, details: {} })
  return findModeration(db, actor, id)
}

/**
 * Hides a line from all viewers. The team still sees that it was removed, and by which member.
 * @throws Refusal not_found
 */
export async function removeChatLine(db: Tx, actor: Actor, showId: string, id: string) {
  const [removed] = await db
    .update(chatLines)
    .set({ deletedAt: sql`now()`, deletedBy: actor.name })
    .where(
      and(byKey(chatLines, actor.account, id), eq(chatLines.showId, showId), isNull(chatLines.deletedAt)),
    )
    .returning({ name: chatLines.name })
  if (!removed) throw new Refusal('not_found')
  await recordAct(db, actor, { act: 'shows.line_deleted', subject: { id, name: removed.name } })
  await publishToShow(db, { account: actor.account, show: showId }, LineGonePush, { line: id })
  return {}
}

/**
 * Mutes or blocks the person who wrote a line.
 * @throws Refusal not_found: there is no such line, or a member of the team wrote it
 */
export async function banPerson(
  db: Tx,
  actor: Actor,
  showId: string,
  { line, kind, minutes }: z.output<typeof NewBan>,
) {
  const [written] = await db
    .select({ personId: chatLines.personId, name: chatLines.name, host: chatLines.host })
    .from(chatLines)
    .where(and(byKey(chatLines, actor.account, line), eq(chatLines.showId, showId)))
  if (!written?.personId || written.host || (await isTeamMember(db, actor, written.personId)))
    throw new Refusal('not_found')
  return addBuyerBan(db, actor, { id: written.personId, name: written.name }, showId, { kind, minutes })
}

const isTeamMember = async (db: Tx, { account }: Actor, person: string) => {
  const found = await db
    .select({ id: members.id })
    .from(members)
    .where(and(eq(members.accountId, account), eq(members.personId, person)))
  return found.length > 0
}
