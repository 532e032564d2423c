import { describe, expect, test } from 'vitest'
import { resealEach, seal, secretFingerprint, unseal } from './secrets.ts'

const [present, former, strange] = ['p', 'f', 's'].map((sign) => sign.repeat(40)) as [string, string, string]
const numbers = 'DE89370400440532013000'
const by = (secret: string) => seal(secret, 'payout details', numbers)
const opened = (secrets: string[], sealed: string) => unseal(secrets, 'payout details', sealed)

describe('a sealed text', () => {
  test('says which secret sealed it, and reveals nothing of that secret or the text', () => {
    expect(by(present)).toMatch(new RegExp(`^${secretFingerprint(present)}\\.[\\w-]+$`))
    expect(secretFingerprint(present)).toMatch(/^[\w-]{8}$/)
    expect(secretFingerprint(present)).not.toBe(secretFingerprint(former))
    expect(by(present)).not.toBe(by(present))
  })

  test('is opened by the current secret or a former one, whichever sealed it', () => {
    for (const secret of [present, former]) expect(opened([present, former], by(secret))).toBe(numbers)
  })

  test('from before fingerprints were added can still be opened', () => {
    for (const secret of [present, former])
      expect(opened([present, former], by(secret).split('.')[1] as string)).toBe(numbers)
  })

  test('cannot be opened by another secret, for another purpose, or after it was altered', () => {
    expect(() => opened([present, former], by(strange))).toThrow('not known here')
    expect(() => opened([present, former], by(strange).split('.')[1] as string)).toThrow()
    expect(() => unseal([present], 'mail', by(present))).toThrow()
    expect(() => opened([present], `${by(present).slice(0, -4)}AAAA`)).toThrow()
    expect(() => opened([present], '')).toThrow()
  })
})

test('resealing skips texts that the current secret has sealed, and those that no secret can open', async () => {
  const rows = [present, former, strange].map((secret) => ({ sealed: by(secret) }))
  const written: string[] = []
  const write = async (_: unknown, sealed: string) => written.push(sealed)
  expect(await resealEach(rows, [present, former], 'payout details', write)).toEqual({ done: 1, lost: 1 })
  expect(written.map((sealed) => opened([present], sealed))).toEqual([numbers])
})
