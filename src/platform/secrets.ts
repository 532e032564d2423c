import { createCipheriv, createDecipheriv, createHmac, hkdfSync, randomBytes } from 'node:crypto'

const keyFor = (secret: string, purpose: string, bytes = 32) =>
  Buffer.from(hkdfSync('sha256', secret, '', purpose, bytes))

/** Identifies a secret without revealing it: 8 characters, which precede whatever is encrypted with it. */
export const secretFingerprint = (secret: string): string =>
  keyFor(secret, 'fingerprint', 6).toString('base64url')

/** AES-256-GCM with a separate key for each purpose: the secret's fingerprint, then nonce, tag and text. */
export function seal(secret: string, purpose: string, text: string): string {
  const nonce = randomBytes(12)
  const cipher = createCipheriv('aes-256-gcm', keyFor(secret, purpose), nonce)
  const hidden = Buffer.concat([cipher.update(text, 'utf8'), cipher.final()])
  return `${secretFingerprint(secret)}.${Buffer.concat([nonce, cipher.getAuthTag(), hidden]).toString('base64url')}`
}

/**
 * Decrypts what `seal` encrypted.
 * @param secrets the current secret, and former ones with which the text may have been encrypted
 * @throws if none of the secrets encrypted the text for this purpose
 */
export function unseal(secrets: readonly string[], purpose: string, sealed: string): string {
  const [text = '', mark] = sealed.split('.').reverse()
  // Old ciphertexts have no fingerprint: every key is tried.
  const fitting = mark ? secrets.filter((secret) => secretFingerprint(secret) === mark) : secrets
  const bytes = Buffer.from(text, 'base64url')
  for (const [place, secret] of fitting.entries()) {
    try {
      return open(secret, purpose, bytes)
    } catch (error) {
      if (place === fitting.length - 1) throw error
    }
  }
  throw new Error('The text was sealed with a secret that is not known here.')
}

function open(secret: string, purpose: string, bytes: Buffer): string {
  const decipher = createDecipheriv('aes-256-gcm', keyFor(secret, purpose), bytes.subarray(0, 12))
  decipher.setAuthTag(bytes.subarray(12, 28))
  return Buffer.concat([decipher.update(bytes.subarray(28)), decipher.final()]).toString('utf8')
}

/** An HMAC of 256 bits, which proves that its maker knows the secret. */
export const sign = (secret: string, purpose: string, text: string): string =>
  createHmac('sha256', keyFor(secret, purpose)).update(text).digest('base64url')

/**
 * `done` is how many texts were encrypted again with the current secret; `lost` is how many no known secret decrypts.
 */
export type ResealResult = { done: number; lost: number }

/**
 * Encrypts texts that were encrypted with former secrets again with the current one.
 * @param secrets the current one, then the former ones
 * @param write replaces a text, unless it has changed in the database since it was read
 */
export async function resealEach<Row extends { sealed: string }>(
  rows: Row[],
  secrets: readonly [string, ...string[]],
  purpose: string,
  write: (row: Row, sealed: string) => Promise<unknown>,
): Promise<ResealResult> {
  const [present] = secrets
  const count = { done: 0, lost: 0 }
  for (const row of rows) {
    if (row.sealed.startsWith(`${secretFingerprint(present)}.`)) continue
    const text = unsealOrUndefined(secrets, purpose, row.sealed)
    if (text === undefined) count.lost++
    else {
      await write(row, seal(present, purpose, text))
      count.done++
    }
  }
  return count
}

function unsealOrUndefined(secrets: readonly string[], purpose: string, sealed: string): string | undefined {
  try {
    return unseal(secrets, purpose, sealed)
  } catch {
    return undefined
  }
}
