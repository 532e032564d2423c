import { and, desc, eq, gt, sql } from 'drizzle-orm'
import type { z } from 'zod'
import type { Actor, Person } from '../access/gate.ts'
import { lockExclusively } from '../access/locks.ts'
import { accounts } from '../access/tables.ts'
import { refuseBannedFromChat } from '../buyers/buyer-bans.ts'
import { Refusal } from '../errors/refusal.ts'
import { queryRows, type Tx } from '../platform/database/database.ts'
import { actingForOtherAccount } from '../platform/database/scope.ts'
import { newId } from '../platform/ids.ts'
import { findShowRow } from '../shows/account-shows.ts'
import { requirePublishedShow } from '../shows/public-shows.ts'
import { publishToShow, publishToShowTeam } from '../shows/show-events.ts'
import { LinePush, type NewChatLine, type NewHostChatLine, TeamLinePush } from './chat-line.ts'
import { chatLines, mutedWords } from './tables.ts'

type Line = typeof chatLines.$inferInsert

/**
 * Writes a line in another account's show, in the name of the person's own account.
 * @throws Refusal not_found, not_live, muted, blocked, muted_word or too_fast
 */
export async function writeChatLine(
  db: Tx,
  actor: Person,
  id: string,
  { text }: z.output<typeof NewChatLine>,
) {
  const show = await requirePublishedShow(db, id)
  if (show.status !== 'live' && show.status !== 'stopped') throw new Refusal('not_live')
  const own = await ownAccount(db, actor.person)
  const personScope = { as: 'person', person: actor.person } as const
  return actingForOtherAccount(db, show.accountId, personScope, async () => {
    await refuseBannedFromChat(db, show.accountId, id, actor.person)
    await checkWords(db, show.accountId, text)
    await checkPace(db, show, actor.person)
    return addLine(db, {
      accountId: show.accountId,
      showId: id,
      personId: actor.person,
      personName: actor.name,
      name: own?.name ?? actor.name,
      username: own?.username ?? null,
      text,
    })
  })
}

/**
 * Writes a line in the account's own show, in the account's name. The team sees which member wrote it.
 * @throws Refusal not_found or not_live
 */
export async function writeHostChatLine(
  db: Tx,
  actor: Actor,
  id: string,
  { text, announcement }: z.output<typeof NewHostChatLine>,
) {
  const show = await findShowRow(db, actor.account, id)
  if (show.status !== 'live' && show.status !== 'stopped') throw new Refusal('not_live')
  const [account] = await db
    .select({ name: accounts.name, username: accounts.username })
    .from(accounts)
    .where(eq(accounts.id, actor.account))
  return addLine(db, {
    accountId: actor.account,
    showId: id,
    kind: announcement ? 'announcement' : 'line',
    personId: actor.person,
    personName: actor.name,
    name: account?.name ?? '',
    username: account?.username ?? null,
    host: true,
    text,
  })
}

/**
 * Writes a notice that only the team sees.
 * @param what a code, which the pages turn into a sentence
 */
export async function writeTeamLine(tx: Tx, account: string, show: string, what: string, name: string) {
  const line = await insertLine(tx, {
    accountId: account,
    showId: show,
    kind: 'team',
    personName: name,
    name,
    text: what,
  })
  await publishToShowTeam(tx, { account, show }, TeamLinePush, {
    line: { ...line, kind: 'team', by: name, deletedBy: null },
  })
}

/** Adds a line by a simulated buyer of a rehearsal. */
export const addSimulatedLine = (tx: Tx, accountId: string, showId: string, name: string, text: string) =>
  addLine(tx, { accountId, showId, personName: name, name, text })

async function addLine(db: Tx, line: Omit<Line, 'id'>) {
  const added = await insertLine(db, line)
  await publishToShow(db, { account: line.accountId, show: line.showId }, LinePush, { line: added })
  return added
}

async function insertLine(db: Tx, line: Omit<Line, 'id'>) {
  const id = newId('chatLine')
  await db.insert(chatLines).values({ ...line, id })
  const { kind = 'line', name, username = null, host = false, text } = line
  return { id, kind, name, username, host, text, at: db.now } as {
    id: string
    kind: 'line' | 'announcement'
    name: string
    username: string | null
    host: boolean
    text: string
    at: Date
  }
}

const ownAccount = async (db: Tx, person: string) => {
  const [own] = await queryRows<{ username: string; name: string }>(
    db,
    sql`select h.username, a.name from person_usernames h join public_shops a on a.username = h.username and a.asked = h.username
      where h.person_id = ${person}`,
  )
  return own
}

/** @throws Refusal muted_word */
async function checkWords(db: Tx, account: string, text: string): Promise<void> {
  const [found] = await db
    .select({ words: mutedWords.words })
    .from(mutedWords)
    .where(eq(mutedWords.accountId, account))
  const normalizedText = ` ${normalize(text)} `
  if (found?.words.some((word) => normalizedText.includes(` ${normalize(word)} `)))
    throw new Refusal('muted_word')
}

/**
 * Removes everything but letters and digits, as well as accents and case, so that a muted word is also found when it
 * is disguised.
 */
const normalize = (text: string) =>
  text
    .normalize('NFKD')
    .replaceAll(/\p{M}/gu, '')
    .toLowerCase()
    .split(/[^\p{L}\p{N}]+/u)
    .filter(Boolean)
    .join(' ')

/**
 * Enforces slow mode, by the database's clock.
 * @throws Refusal too_fast, with the time when the person can write again
 */
async function checkPace(
  db: Tx,
  { accountId, id, slowSeconds }: { accountId: string; id: string; slowSeconds: number },
  person: string,
): Promise<void> {
  if (slowSeconds === 0) return
  await lockExclusively(db, 'pace', id, person)
  const [last] = await db
    .select({ at: chatLines.createdAt })
    .from(chatLines)
    .where(
      and(
        eq(chatLines.accountId, accountId),
        eq(chatLines.showId, id),
        eq(chatLines.personId, person),
        gt(chatLines.createdAt, sql`clock_timestamp() - ${`${slowSeconds} seconds`}::interval`),
      ),
    )
    .orderBy(desc(chatLines.createdAt))
    .limit(1)
  if (!last) return
  const retryAt = new Date(last.at.getTime() + slowSeconds * 1000)
  throw new Refusal('too_fast', { seconds: slowSeconds, retryAt: retryAt.toISOString() })
}
