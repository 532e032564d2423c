import { type Argon2Parameters, argon2, randomBytes, timingSafeEqual } from 'node:crypto'
import { promisify } from 'node:util'
import { and, eq, ne, sql } from 'drizzle-orm'
import { z } from 'zod'
import type { Actor, Person } from '../access/gate.ts'
import { sessions } from '../access/tables.ts'
import { Refusal } from '../errors/refusal.ts'
import type { Services } from '../http/route.ts'
import type { Tx } from '../platform/database/database.ts'
import { credentials } from './tables.ts'
import { identityLimits } from './vocabulary.ts'

export const newPassword = z.string().min(identityLimits.password.min).max(identityLimits.password.max)

const derive = promisify(argon2) as (kind: 'argon2id', parameters: Argon2Parameters) => Promise<Buffer>

/** The argon2id settings that OWASP recommends: 19 MiB, 2 passes, 1 lane. */
const cost = { memory: 19_456, passes: 2, parallelism: 1, tagLength: 32 }

const tagOf = (text: string, nonce: Buffer) =>
  derive('argon2id', { message: text.normalize('NFKC'), nonce, ...cost })

/** @returns the password's hash in the PHC string format */
export async function hashPassword(text: string): Promise<string> {
  const nonce = randomBytes(16)
  const tag = await tagOf(text, nonce)
  return `$argon2id$v=19$m=19456,t=2,p=1$${nonce.toString('base64url')}$${tag.toString('base64url')}`
}

export async function verifyPassword({
  hash,
  password,
}: {
  hash: string
  password: string
}): Promise<boolean> {
  const [nonce, tag] = hash
    .split('$')
    .slice(-2)
    .map((part) => Buffer.from(part, 'base64url'))
  return nonce !== undefined && tag !== undefined && timingSafeEqual(tag, await tagOf(password, nonce))
}

/** How often a person may try to confirm an action with their password. */
export const passwordProofQuota = { name: 'proof', count: 10, minutes: 10 }

/**
 * Checks that the actor knows their password.
 * @throws Refusal proof_required (none given) or wrong_password
 */
export async function provePassword(db: Tx, { person }: Person, password: string | undefined): Promise<void> {
  if (password === undefined) throw new Refusal('proof_required')
  const [own] = await db.select({ hash: credentials.password }).from(credentials).where(ownCredential(person))
  if (!own?.hash || !(await verifyPassword({ hash: own.hash, password }))) throw new Refusal('wrong_password')
}

export const PasswordChange = z.strictObject({
  current: z
    .string()
    .max(identityLimits.password.max)
    .optional()
    .describe('The current password. Without it, the answer is 428 `proof_required`.'),
  new: newPassword,
})

/** Changes the person's own password and ends their other sessions. */
export async function changeOwnPassword(
  db: Tx,
  actor: Person | Actor,
  input: z.output<typeof PasswordChange>,
  services: Services,
) {
  await provePassword(db, actor, input.current)
  await db
    .update(credentials)
    .set({ password: await hashPassword(input.new), updatedAt: sql`now()` })
    .where(ownCredential(actor.person))
  await db.delete(sessions).where(and(eq(sessions.personId, actor.person), ne(sessions.id, actor.session)))
  await services.sendMail(db, {
    to: actor.email,
    kind: 'password_changed',
    language: actor.language,
    url: '/forgot-password',
    about: { name: actor.name },
    ...('account' in actor && { account: actor.account }),
  })
  return {}
}

const ownCredential = (person: string) =>
  and(eq(credentials.userId, person), eq(credentials.providerId, 'credential'))
