import { createCipheriv, createDecipheriv, createHmac, hkdfSync, randomBytes } from 'node:crypto'

const keyFor = (secret: string, purpose: string, bytes = 32) =>
  Buffer.from(hkdfSync('sha256', secret, '', purpose, bytes))

/** Names a secret without giving anything of it away: 8 characters, which stand before what it sealed. */
export const fingerprint = (secret: string): string => keyFor(secret, 'fingerprint', 6).toString('base64url')

/** AES-256-GCM under a key of its own for each purpose: the secret's fingerprint, then nonce, tag and text. */
export function seal(secret: string, purpose: string, text: string): string {
  const nonce = randomBytes(12)
  const cipher = createCipheriv('aes-256-gcm', keyFor(secret, purpose), nonce)
  const hidden = Buffer.concat([cipher.update(text, 'utf8'), cipher.final()])
  return `${fingerprint(secret)}.${Buffer.concat([nonce, cipher.getAuthTag(), hidden]).toString('base64url')}`
}

/**
 * @param secrets the present one, and former ones that may have sealed it
 * @throws if none of them sealed it for this purpose
 */
export function unseal(secrets: readonly string[], purpose: string, sealed: string): string {
  const [text = '', mark] = sealed.split('.').reverse()
  // What was sealed before there were fingerprints tells by opening.
  const fitting = mark ? secrets.filter((secret) => fingerprint(secret) === mark) : secrets
  const bytes = Buffer.from(text, 'base64url')
  for (const [place, secret] of fitting.entries()) {
    try {
      return open(secret, purpose, bytes)
    } catch (error) {
      if (place === fitting.length - 1) throw error
    }
  }
  throw new Error('It was sealed with a secret that is not known here.')
}

function open(secret: string, purpose: string, bytes: Buffer): string {
  const decipher = createDecipheriv('aes-256-gcm', keyFor(secret, purpose), bytes.subarray(0, 12))
  decipher.setAuthTag(bytes.subarray(12, 28))
  return Buffer.concat([decipher.update(bytes.subarray(28)), decipher.final()]).toString('utf8')
}

/** A proof of 256 bits that whoever made it holds the secret. */
export const sign = (secret: string, purpose: string, text: string): string =>
  createHmac('sha256', keyFor(secret, purpose)).update(text).digest('base64url')

/** How many texts were sealed anew, and how many no secret opens. */
export type Resealed = { done: number; lost: number }

/**
 * Seals with the present secret what former ones sealed.
 * @param secrets the present one, then the former ones
 * @param write replaces a text, if it still is what it was
 */
export async function resealAll<Row extends { sealed: string }>(
  rows: Row[],
  secrets: readonly [string, ...string[]],
  purpose: string,
  write: (row: Row, sealed: string) => Promise<unknown>,
): Promise<Resealed> {
  const [present] = secrets
  const count = { done: 0, lost: 0 }
  for (const row of rows) {
    if (row.sealed.startsWith(`${fingerprint(present)}.`)) continue
    const text = opened(secrets, purpose, row.sealed)
    if (text === undefined) count.lost++
    else {
      await write(row, seal(present, purpose, text))
      count.done++
    }
  }
  return count
}

function opened(secrets: readonly string[], purpose: string, sealed: string): string | undefined {
  try {
    return unseal(secrets, purpose, sealed)
  } catch {
    return undefined
  }
}
