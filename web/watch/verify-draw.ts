const bytes = (text: string) => new TextEncoder().encode(text)
const hex = (found: ArrayBuffer) =>
  Array.from(new Uint8Array(found), (byte) => byte.toString(16).padStart(2, '0')).join('')

/**
 * Repeats a draw as the API describes it. @returns whether the seed matches the commitment, and the index of the
 * winning entry
 */
export async function verifyDraw({
  seed,
  commitment,
  entries,
}: {
  seed: string
  commitment: string
  entries: string[]
}): Promise<{ isPromised: boolean; drawn: number }> {
  const promised = hex(await crypto.subtle.digest('SHA-256', bytes(seed)))
  const sha = { name: 'HMAC', hash: 'SHA-256' }
  const key = await crypto.subtle.importKey('raw', bytes(seed), sha, false, ['sign'])
  const signed = new Uint8Array(await crypto.subtle.sign('HMAC', key, bytes(entries.join('\n'))))
  // 48 bits, which a JavaScript number represents exactly.
  const number = signed.slice(0, 6).reduce((sum, byte) => sum * 256 + byte, 0)
  return { isPromised: promised === commitment, drawn: number % entries.length }
}
