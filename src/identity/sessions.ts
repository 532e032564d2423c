import Bowser from 'bowser'
import { and, desc, eq, gt, ne, sql } from 'drizzle-orm'
import { z } from 'zod'
import type { Person } from '../access/gate.ts'
import { sessions } from '../access/tables.ts'
import { Refusal } from '../errors/refusal.ts'
import type { Tx } from '../platform/database/database.ts'

export const SignIns = z.object({
  items: z.array(
    z.object({
      id: z.string(),
      current: z.boolean().describe('Whether it is the session of this request.'),
      ip: z.string().nullable(),
      device: z.string().describe('The browser and the system, such as "Chrome · Linux".'),
      createdAt: z.date(),
      lastActiveAt: z.date().describe('When the session was last used, to the minute.'),
      expiresAt: z.date().describe('When the session ends, however much it is used.'),
    }),
  ),
})

/** A name for the browser and system, such as "Chrome · Linux", from the User-Agent header. */
export function describeDevice(userAgent: string | null | undefined): string {
  if (!userAgent) return '?'
  const { browser, os } = Bowser.parse(userAgent)
  return [browser.name, os.name].filter(Boolean).join(' · ') || userAgent.slice(0, 40)
}

/** The person's sessions, the most recently used first. */
export async function listSessions(db: Tx, actor: Person) {
  const found = await db
    .select({
      id: sessions.id,
      ip: sessions.ipAddress,
      userAgent: sessions.userAgent,
      createdAt: sessions.createdAt,
      lastActiveAt: sessions.updatedAt,
      expiresAt: sessions.expiresAt,
    })
    .from(sessions)
    .where(and(eq(sessions.personId, actor.person), gt(sessions.expiresAt, sql`now()`)))
    .orderBy(desc(sessions.updatedAt))
    .limit(200)
  return {
    items: found.map(({ userAgent, ...session }) => ({
      ...session,
      device: describeDevice(userAgent),
      current: session.id === actor.session,
    })),
  }
}

/**
 * Ends one session of the person.
 * @throws Refusal not_found
 */
export async function endSession(db: Tx, actor: Person, session: string) {
  const ended = await db
    .delete(sessions)
    .where(and(eq(sessions.personId, actor.person), eq(sessions.id, session)))
    .returning({ id: sessions.id })
  if (ended.length === 0) throw new Refusal('not_found')
  return {}
}

export async function endOtherSessions(db: Tx, actor: Person) {
  const ended = await db
    .delete(sessions)
    .where(and(eq(sessions.personId, actor.person), ne(sessions.id, actor.session)))
    .returning({ id: sessions.id })
  return { ended: ended.length }
}
