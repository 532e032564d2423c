import { z } from 'zod'

// Control characters, marks that turn the direction of what follows, and characters without width: they let a
// name look like another one.
const unseen =
  /[\p{Cc}\p{Zl}\p{Zp}\u061C\u200B\u200E\u200F\u2060\u202A-\u202E\u2066-\u2069\uFEFF\uFFF9-\uFFFB]/u
const tidy = (text: string) => text.normalize('NFC').trim()

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

/** An address of at most 254 characters (RFC 5321), in small letters. */
export const email = z
  .string()
  .overwrite((text) => tidy(text).toLowerCase())
  .max(254)
  .pipe(z.email())

export const password = z.string().min(10).max(128)
