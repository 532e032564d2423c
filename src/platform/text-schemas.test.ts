import fc from 'fast-check'
import { expect, test } from 'vitest'
import { emailAddress, singleLine } from './text-schemas.ts'

const name = singleLine(80)

test('names from many languages are accepted', () => {
  for (const given of [
    'Olga',
    'Nguyễn Thị Minh Khai',
    'José-María',
    '李小龍',
    'عائشة',
    'O’Brien',
    'Zoë 🧵',
    'Anne-Sophie de la Tour',
  ]) {
    expect(name.safeParse(given).data).toBe(given.normalize('NFC'))
  }
  expect(name.parse('  Olga  ')).toBe('Olga')
})

test('a name contains no invisible characters', () => {
  const unseen = [
    '\u0000',
    '\u0007',
    '\u001b',
    '\u200b',
    '\u200e',
    '\u202e',
    '\u2066',
    '\ufeff',
    '\u00ad',
    '\u3164',
    '\ud800',
    '\u{e0041}',
    '\u2028',
  ]
  for (const sign of unseen)
    expect(name.safeParse(`Ol${sign}ga`).success, sign.codePointAt(0)?.toString(16)).toBe(false)
  expect(name.safeParse(' \t ').success).toBe(false)
})

test('an accepted text can be stored unchanged, and is accepted again', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary', maxLength: 90 }), (given) => {
      const first = name.safeParse(given)
      fc.pre(first.success)
      expect(first.data).not.toContain('\0')
      expect(Buffer.from(first.data ?? '', 'utf8').toString('utf8')).toBe(first.data)
      expect(name.parse(first.data)).toBe(first.data)
    }),
  )
})

test('an e-mail address is compared in lower case, and has at most 254 characters', () => {
  expect(emailAddress.parse(' Olga@Maison-Ours.example ')).toBe('olga@maison-ours.example')
  expect(emailAddress.safeParse(`${'a'.repeat(300)}@example.com`).success).toBe(false)
  for (const wrong of [
    'olga',
    'olga@',
    '@example.com',
    'olga@example',
    'a b@example.com',
    'olga@exa\u202emple.com',
  ]) {
    expect(emailAddress.safeParse(wrong).success, wrong).toBe(false)
  }
})
