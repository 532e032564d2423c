import { z } from 'zod'

// Control characters, marks that turn the direction of what follows, and characters without width: they let a
// name look like another one.
const unseen =
  /[\p{Cc}\p{Cs}\p{Zl}\p{Zp}\u00AD\u061C\u115F\u1160\u3164\uFFA0\u{E0000}-\u{E007F}\u200B\u200E\u200F\u2060\u202A-\u202E\u2066-\u2069\uFEFF\uFFF9-\uFFFB]/u
const tidy = (text: string) => text.normalize('NFC').trim()

/** A pattern of SQL's that finds the words anywhere in a text, as they stand. */
export const anywhere = (words: string): string => `%${words.replaceAll(/[\\%_]/g, '\\$&')}%`

/** What refers to something by its id. One that no id looks like names nothing. */
export const reference = z.string().regex(/^[\w-]{1,64}$/)

/** One line that people read: a name, a title. At most `longest` characters, none of them invisible. */
export const line = (longest: number, shortest = 1) =>
  z
    .string()
    .overwrite(tidy)
    .min(shortest)
    .max(longest)
    .refine((text) => !unseen.test(text), { params: { code: 'characters' } })

/** Text of several lines. */
export const lines = (longest: number) =>
  z
    .string()
    .overwrite(tidy)
    .max(longest)
    .refine((text) => !unseen.test(text.replaceAll(/[\t\n\r]/g, ' ')), { params: { code: 'characters' } })

// Harmless in what people write to each other, and pasted unawares: widthless spaces and soft hyphens go; marks of
// the direction of Arabic and Hebrew, and the tags of flags, stay.
const stray = /[\u00AD\u200B\u2060\uFEFF]/g
const misleading = /[\p{Cc}\p{Cs}\p{Zl}\p{Zp}\u202A-\u202E\u2066-\u2069\uFFF9-\uFFFB]/u

/** What people write to each other, on several lines. */
export const prose = (longest: number) =>
  z
    .string()
    .overwrite((text) => tidy(text.replaceAll(stray, '')))
    .min(1)
    .max(longest)
    .refine((text) => !misleading.test(text.replaceAll(/[\t\n\r]/g, ' ')), { params: { code: 'characters' } })

/** Whether a change changes anything. */
export const isSomething = (change: object): boolean =>
  Object.values(change).some((value) => value !== undefined)
export const nothing = { params: { code: 'nothing' } }

/** An address of at most 254 characters (RFC 5321), in small letters. */
export const email = z
  .string()
  .overwrite((text) => tidy(text).toLowerCase())
  .max(254)
  .pipe(z.email())

export const password = z.string().min(10).max(128)
