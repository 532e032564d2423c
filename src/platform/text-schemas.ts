import { z } from 'zod'

// Control characters, marks that change the direction of the text after them, and characters without width: with
// them, a name can look like another one.
const invisible =
  /[\p{Cc}\p{Cs}\p{Zl}\p{Zp}\u00AD\u061C\u115F\u1160\u3164\uFFA0\u{E0000}-\u{E007F}\u200B\u200E\u200F\u2060\u202A-\u202E\u2066-\u2069\uFEFF\uFFF9-\uFFFB]/u
const tidy = (text: string) => text.normalize('NFC').trim()

/** A LIKE pattern that finds the words anywhere in a text. Wildcards in the words are escaped. */
export const containsPattern = (words: string): string => `%${words.replaceAll(/[\\%_]/g, '\\$&')}%`

/** An id that a client sends. Text that cannot be an id is refused. */
export const idReference = z.string().regex(/^[\w-]{1,64}$/)

/**
 * One line that people read, such as a name or a title, of at most `maxLength` characters. Invisible ones are
 * refused.
 */
export const singleLine = (maxLength: number, minLength = 1) =>
  z
    .string()
    .overwrite(tidy)
    .min(minLength)
    .max(maxLength)
    .refine((text) => !invisible.test(text), { params: { code: 'characters' } })

/** Text of several lines. */
export const multiLine = (maxLength: number) =>
  z
    .string()
    .overwrite(tidy)
    .max(maxLength)
    .refine((text) => !invisible.test(text.replaceAll(/[\t\n\r]/g, ' ')), { params: { code: 'characters' } })

// These characters are harmless in messages, and people paste them unknowingly: zero-width spaces and soft hyphens
// are removed; direction marks of Arabic and Hebrew, and the tag characters of flags, are kept.
const zeroWidth = /[\u00AD\u200B\u2060\uFEFF]/g
const misleading = /[\p{Cc}\p{Cs}\p{Zl}\p{Zp}\u202A-\u202E\u2066-\u2069\uFFF9-\uFFFB]/u

/** A message between people, of several lines. */
export const messageText = (maxLength: number) =>
  z
    .string()
    .overwrite((text) => tidy(text.replaceAll(zeroWidth, '')))
    .min(1)
    .max(maxLength)
    .refine((text) => !misleading.test(text.replaceAll(/[\t\n\r]/g, ' ')), { params: { code: 'characters' } })

/** Whether a PATCH body has any field. */
export const changesSomething = (change: object): boolean =>
  Object.values(change).some((value) => value !== undefined)
export const nothingToChange = { params: { code: 'nothing' } }

/** An e-mail address of at most 254 characters (RFC 5321), in lower case. */
export const emailAddress = z
  .string()
  .overwrite((text) => tidy(text).toLowerCase())
  .max(254)
  .pipe(z.email())
