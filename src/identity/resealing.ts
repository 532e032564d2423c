import { symmetricDecrypt, symmetricEncrypt } from 'better-auth/crypto'
import { and, eq } from 'drizzle-orm'
import type { Tx } from '../ground/db.ts'
import type { Resealed } from '../ground/secrets.ts'
import { twoFactors } from './tables.ts'

/**
 * Seals second factors with the present secret: better-auth encrypts them with it, without saying so in the text,
 * and who has one could not sign in any more.
 */
export async function resealFactors(tx: Tx, secrets: [string, ...string[]]): Promise<Resealed> {
  const [key] = secrets
  const count = { done: 0, lost: 0 }
  for (const { id, secret, backupCodes } of await tx.select().from(twoFactors)) {
    const [by, text] = await opened(secrets, secret)
    const [, codes] = await opened(secrets, backupCodes)
    if (by === key) continue
    if (text === undefined || codes === undefined) count.lost++
    else {
      const sealed = {
        secret: await symmetricEncrypt({ key, data: text }),
        backupCodes: await symmetricEncrypt({ key, data: codes }),
      }
      await tx
        .update(twoFactors)
        .set(sealed)
        .where(and(eq(twoFactors.id, id), eq(twoFactors.secret, secret)))
      count.done++
    }
  }
  return count
}

/** The first of the secrets that opens it, and what it says. */
async function opened(secrets: string[], data: string): Promise<[string, string] | [undefined, undefined]> {
  for (const key of secrets) {
    const text = await symmetricDecrypt({ key, data }).catch(() => undefined)
    if (text !== undefined) return [key, text]
  }
  return [undefined, undefined]
}
