import { and, desc, eq, gt, isNull, or, sql } from 'drizzle-orm'
import type { z } from 'zod'
import { Refusal } from '../door/errors.ts'
import type { Actor, Person } from '../door/gate.ts'
import { holdAlone } from '../door/locks.ts'
import { accounts } from '../door/tables.ts'
import { rows, type Tx } from '../ground/db.ts'
import { newId } from '../ground/ids.ts'
import { onTheSideOf } from '../ground/scope.ts'
import { rowOf } from '../shows/listing.ts'
import { shown } from '../shows/published.ts'
import { say, sayToTeam } from '../shows/telling.ts'
import type { NewHostLine, NewLine } from './line.ts'
import { chatBans, chatLines, mutedWords } from './tables.ts'

type Line = typeof chatLines.$inferInsert

/**
 * Writes in somebody's show, as one's own account.
 * @throws Refusal not_found, not_live, muted, blocked, muted_word or too_fast
 */
export async function write(db: Tx, actor: Person, id: string, { text }: z.output<typeof NewLine>) {
  const show = await shown(db, id)
  if (show.state !== 'live' && show.state !== 'stopped') throw new Refusal('not_live')
  const own = await ownAccount(db, actor.person)
  const back = { as: 'person', person: actor.person } as const
  return onTheSideOf(db, show.accountId, back, async () => {
    await checkBans(db, show.accountId, id, actor.person)
    await checkWords(db, show.accountId, text)
    await checkPace(db, show, actor.person)
    return add(db, {
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

/** Writes in the account's own show, as the account; the team sees who. @throws Refusal not_found or not_live */
export async function writeAsHost(
  db: Tx,
  actor: Actor,
  id: string,
  { text, announcement }: z.output<typeof NewHostLine>,
) {
  const show = await rowOf(db, actor.account, id)
  if (show.state !== 'live' && show.state !== 'stopped') throw new Refusal('not_live')
  const [account] = await db
    .select({ name: accounts.name, username: accounts.username })
    .from(accounts)
    .where(eq(accounts.id, actor.account))
  return add(db, {
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

/** Tells the team, and nobody else, what happened. @param what a code, which the pages word */
export async function tellTeam(tx: Tx, account: string, show: string, what: string, name: string) {
  const line = await insert(tx, {
    accountId: account,
    showId: show,
    kind: 'team',
    personName: name,
    name,
    text: what,
  })
  await sayToTeam(tx, { account, show }, { type: 'line', line: { ...line, person: name, deletedBy: null } })
}

/** Adds what a rehearsal's simulated buyer says. */
export const addSimulated = (tx: Tx, accountId: string, showId: string, name: string, text: string) =>
  add(tx, { accountId, showId, personName: name, name, text })

async function add(db: Tx, line: Omit<Line, 'id'>) {
  const added = await insert(db, line)
  await say(db, { account: line.accountId, show: line.showId }, { type: 'line', line: added })
  return added
}

async function insert(db: Tx, line: Omit<Line, 'id'>) {
  const id = newId('chatLine')
  await db.insert(chatLines).values({ ...line, id })
  const { kind = 'line', name, username = null, host = false, text } = line
  return { id, kind, name, username, host, text, at: new Date() } as {
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
  const [own] = await rows<{ username: string; name: string }>(
    db,
    sql`select h.username, a.name from handles h join shop_windows a on a.username = h.username and a.asked = h.username
      where h.person_id = ${person}`,
  )
  return own
}

/** @throws Refusal muted (until when) or blocked */
async function checkBans(db: Tx, account: string, show: string, person: string): Promise<void> {
  const [ban] = await db
    .select({ kind: chatBans.kind, until: chatBans.until })
    .from(chatBans)
    .where(
      and(
        eq(chatBans.accountId, account),
        eq(chatBans.personId, person),
        or(isNull(chatBans.showId), eq(chatBans.showId, show)),
        or(isNull(chatBans.until), gt(chatBans.until, sql`now()`)),
      ),
    )
    .orderBy(chatBans.kind)
    .limit(1)
  if (ban?.kind === 'block') throw new Refusal('blocked')
  if (ban) throw new Refusal('muted', { until: ban.until, retryAt: ban.until?.toISOString() })
}

/** Whoever is blocked neither bids nor buys there; whoever is muted does. @throws Refusal blocked */
export async function refuseBlocked(db: Tx, account: string, person: string): Promise<void> {
  const found = await db
    .select({ id: chatBans.id })
    .from(chatBans)
    .where(and(eq(chatBans.accountId, account), eq(chatBans.personId, person), eq(chatBans.kind, 'block')))
  if (found.length > 0) throw new Refusal('blocked')
}

/** @throws Refusal muted_word */
async function checkWords(db: Tx, account: string, text: string): Promise<void> {
  const [found] = await db
    .select({ words: mutedWords.words })
    .from(mutedWords)
    .where(eq(mutedWords.accountId, account))
  const said = ` ${plain(text)} `
  if (found?.words.some((word) => said.includes(` ${plain(word)} `))) throw new Refusal('muted_word')
}

/** Letters and digits alone, without accents or case: so that a word is known in its disguises. */
const plain = (text: string) =>
  text
    .normalize('NFKD')
    .replaceAll(/\p{M}/gu, '')
    .toLowerCase()
    .split(/[^\p{L}\p{N}]+/u)
    .filter(Boolean)
    .join(' ')

/** Slow mode, by the database's clock. @throws Refusal too_fast with when again */
async function checkPace(
  db: Tx,
  { accountId, id, slowSeconds }: { accountId: string; id: string; slowSeconds: number },
  person: string,
): Promise<void> {
  if (slowSeconds === 0) return
  await holdAlone(db, 'pace', id, person)
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
