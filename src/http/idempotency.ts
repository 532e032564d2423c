import { createHash } from 'node:crypto'
import { and, eq, lt, sql } from 'drizzle-orm'
import { invalidField, Refusal } from '../errors/refusal.ts'
import type { Tx } from '../platform/database/database.ts'
import { idempotency } from './tables.ts'

/** How many hours a key and its result are stored. */
const keyLifetimeHours = 24
const expiry = sql`now() - ${`${keyLifetimeHours} hours`}::interval`

/** @throws Refusal invalid unless the key has 1 to 255 visible ASCII characters */
export function readIdempotencyKey(header: string | string[] | undefined): string | undefined {
  if (header === undefined) return undefined
  if (typeof header !== 'string' || !/^[\x21-\x7e]{1,255}$/.test(header))
    throw invalidField('idempotency-key', 'format')
  return header
}

/**
 * Runs the operation once for each account and key; a repeated call gets the first one's result. A call that
 * arrives while another with its key is running waits for it. A refusal is not stored, so that the caller can try
 * again.
 * @param what the operation and its input
 * @throws Refusal key_reused if the key was used before with another operation or input
 */
export async function runOnce<D extends object>(
  tx: Tx,
  account: string,
  key: string,
  what: unknown,
  act: () => Promise<D>,
): Promise<D> {
  const fingerprint = createHash('sha256').update(JSON.stringify(what)).digest('base64url')
  const byKey = and(eq(idempotency.accountId, account), eq(idempotency.key, key))
  await tx.delete(idempotency).where(and(byKey, lt(idempotency.createdAt, expiry)))
  const [first] = await tx
    .insert(idempotency)
    .values({ accountId: account, key, fingerprint })
    .onConflictDoNothing()
    .returning({ key: idempotency.key })
  if (!first) return storedResult<D>(tx, byKey, fingerprint)
  const done = await act()
  await tx.update(idempotency).set({ done }).where(byKey)
  return done
}

async function storedResult<D>(tx: Tx, byKey: ReturnType<typeof and>, fingerprint: string): Promise<D> {
  const [row] = await tx.select().from(idempotency).where(byKey)
  if (row?.fingerprint !== fingerprint) throw new Refusal('key_reused')
  return row.done as D
}

export const deleteOldIdempotencyKeys = (tx: Tx) =>
  tx.delete(idempotency).where(lt(idempotency.createdAt, expiry))
