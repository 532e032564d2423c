import { symmetricDecrypt, symmetricEncrypt } from 'better-auth/crypto'
import { and, eq } from 'drizzle-orm'
import type { Tx } from '../platform/database/database.ts'
import type { ResealResult } from '../platform/secrets.ts'
import { twoFactors } from './tables.ts'

/**
 * Encrypts second factors again, with the current secret. better-auth encrypts them with the secret of that time, and
 * its ciphertexts do not say which one that was. Without this, people with a second factor could not sign in after a
 * change of the secret.
 */
export async function resealSecondFactors(tx: Tx, secrets: [string, ...string[]]): Promise<ResealResult> {
  const [key] = secrets
  const count = { done: 0, lost: 0 }
  for (const { id, secret, backupCodes } of await tx.select().from(twoFactors)) {
    const [openedBy, text] = await openWithAny(secrets, secret)
    const [, codes] = await openWithAny(secrets, backupCodes)
    if (openedBy === key) continue
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

/** Tries each secret. Returns the first one that decrypts `data`, and the decrypted text. */
async function openWithAny(
  secrets: string[],
  data: string,
): Promise<[string, string] | [undefined, undefined]> {
  for (const key of secrets) {
    const text = await symmetricDecrypt({ key, data }).catch(() => undefined)
    if (text !== undefined) return [key, text]
  }
  return [undefined, undefined]
}
