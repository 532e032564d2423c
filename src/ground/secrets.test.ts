import { describe, expect, test } from 'vitest'
import { fingerprint, resealAll, seal, unseal } from './secrets.ts'

const [present, former, strange] = ['p', 'f', 's'].map((sign) => sign.repeat(40)) as [string, string, string]
const numbers = 'DE89370400440532013000'
const by = (secret: string) => seal(secret, 'payout details', numbers)
const opened = (secrets: string[], sealed: string) => unseal(secrets, 'payout details', sealed)

describe('what is sealed', () => {
  test('says by which secret, and nothing of it or of the text', () => {
    expect(by(present)).toMatch(new RegExp(`^${fingerprint(present)}\\.[\\w-]+$`))
    expect(fingerprint(present)).toMatch(/^[\w-]{8}$/)
    expect(fingerprint(present)).not.toBe(fingerprint(former))
    expect(by(present)).not.toBe(by(present))
  })

  test('is opened by the present secret and by former ones, whichever sealed it', () => {
    for (const secret of [present, former]) expect(opened([present, former], by(secret))).toBe(numbers)
  })

  test('before texts said by which secret, is opened still', () => {
    for (const secret of [present, former])
      expect(opened([present, former], by(secret).split('.')[1] as string)).toBe(numbers)
  })

  test('is not opened by another secret, for another purpose, or when it was changed', () => {
    expect(() => opened([present, former], by(strange))).toThrow('not known here')
    expect(() => opened([present, former], by(strange).split('.')[1] as string)).toThrow()
    expect(() => unseal([present], 'mail', by(present))).toThrow()
    expect(() => opened([present], `${by(present).slice(0, -4)}AAAA`)).toThrow()
    expect(() => opened([present], '')).toThrow()
  })
})

test('sealing anew leaves what is sealed with the present secret, and what no secret opens', async () => {
  const rows = [present, former, strange].map((secret) => ({ sealed: by(secret) }))
  const written: string[] = []
  const write = async (_: unknown, sealed: string) => written.push(sealed)
  expect(await resealAll(rows, [present, former], 'payout details', write)).toEqual({ done: 1, lost: 1 })
  expect(written.map((sealed) => opened([present], sealed))).toEqual([numbers])
})
