import Bowser from 'bowser'
import { and, desc, eq, gt, ne, sql } from 'drizzle-orm'
import { z } from 'zod'
import { Refusal } from '../door/errors.ts'
import type { Person } from '../door/gate.ts'
import { sessions } from '../door/tables.ts'
import type { Tx } from '../ground/db.ts'

export const SignIns = z.object({
  items: z.array(
    z.object({
      id: z.string(),
      current: z.boolean(),
      ip: z.string().nullable(),
      /** Like "Chrome · Linux". */
      device: z.string(),
      createdAt: z.date(),
      lastActiveAt: z.date(),
      expiresAt: z.date(),
    }),
  ),
})

/** "Chrome · Linux", from what the browser says of itself. */
export function deviceOf(userAgent: string | null | undefined): string {
  if (!userAgent) return '?'
  const { browser, os } = Bowser.parse(userAgent)
  return [browser.name, os.name].filter(Boolean).join(' · ') || userAgent.slice(0, 40)
}

/** Where the person is signed in, the latest used first. */
export async function list(db: Tx, actor: Person) {
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
      device: deviceOf(userAgent),
      current: session.id === actor.session,
    })),
  }
}

/** @throws Refusal not_found */
export async function end(db: Tx, actor: Person, session: string) {
  const ended = await db
    .delete(sessions)
    .where(and(eq(sessions.personId, actor.person), eq(sessions.id, session)))
    .returning({ id: sessions.id })
  if (ended.length === 0) throw new Refusal('not_found')
  return {}
}

export async function endOthers(db: Tx, actor: Person) {
  const ended = await db
    .delete(sessions)
    .where(and(eq(sessions.personId, actor.person), ne(sessions.id, actor.session)))
    .returning({ id: sessions.id })
  return { ended: ended.length }
}
