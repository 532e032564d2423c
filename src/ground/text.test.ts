import fc from 'fast-check'
import { expect, test } from 'vitest'
import { email, line } from './text.ts'

const name = line(80)

test('names of all kinds of people are names', () => {
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

test('what cannot be seen is in no name', () => {
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

test('whatever passes can be stored as it is, and passes again', () => {
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

test('an address is compared in small letters, and has at most 254 characters', () => {
  expect(email.parse(' Olga@Maison-Ours.example ')).toBe('olga@maison-ours.example')
  expect(email.safeParse(`${'a'.repeat(300)}@example.com`).success).toBe(false)
  for (const wrong of [
    'olga',
    'olga@',
    '@example.com',
    'olga@example',
    'a b@example.com',
    'olga@exa\u202emple.com',
  ]) {
    expect(email.safeParse(wrong).success, wrong).toBe(false)
  }
})
