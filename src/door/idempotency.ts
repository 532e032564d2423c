import { createHash } from 'node:crypto'
import { and, eq, lt, sql } from 'drizzle-orm'
import type { Tx } from '../ground/db.ts'
import { invalid, Refusal } from './errors.ts'
import { idempotency } from './task-tables.ts'

/** Hours for which what was done under a key is remembered. */
const kept = 24
const old = sql`now() - ${`${kept} hours`}::interval`

/** @throws Refusal invalid for a key that is none: 1 to 255 visible ASCII characters */
export function readKey(header: string | string[] | undefined): string | undefined {
  if (header === undefined) return undefined
  if (typeof header !== 'string' || !/^[\x21-\x7e]{1,255}$/.test(header))
    throw invalid('idempotency-key', 'format')
  return header
}

/**
 * Does it, unless it was done for the account under this key: then what it did. Whoever comes while it is being
 * done waits for that. A refusal leaves no trace, so that it can be tried again.
 * @param what the operation and its input
 * @throws Refusal key_reused when the key stands for something else
 */
export async function once<D extends object>(
  tx: Tx,
  account: string,
  key: string,
  what: unknown,
  act: () => Promise<D>,
): Promise<D> {
  const fingerprint = createHash('sha256').update(JSON.stringify(what)).digest('base64url')
  const mine = and(eq(idempotency.accountId, account), eq(idempotency.key, key))
  await tx.delete(idempotency).where(and(mine, lt(idempotency.createdAt, old)))
  const [first] = await tx
    .insert(idempotency)
    .values({ accountId: account, key, fingerprint })
    .onConflictDoNothing()
    .returning({ key: idempotency.key })
  if (!first) return before<D>(tx, mine, fingerprint)
  const done = await act()
  await tx.update(idempotency).set({ done }).where(mine)
  return done
}

async function before<D>(tx: Tx, mine: ReturnType<typeof and>, fingerprint: string): Promise<D> {
  const [found] = await tx.select().from(idempotency).where(mine)
  if (found?.fingerprint !== fingerprint) throw new Refusal('key_reused')
  return found.done as D
}

export const forgetOldKeys = (tx: Tx) => tx.delete(idempotency).where(lt(idempotency.createdAt, old))
