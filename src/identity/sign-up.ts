import { randomBytes } from 'node:crypto'
import { and, eq, sql } from 'drizzle-orm'
import { z } from 'zod'
import { Refusal } from '../door/errors.ts'
import { people } from '../door/tables.ts'
import { asService, type Database, rows } from '../ground/db.ts'
import { email, line, password } from '../ground/text.ts'
import { username } from './usernames.ts'

export const SignUp = z.strictObject({
  name: line(80),
  email,
  password,
  username,
  language: z.enum(['en', 'fr']).optional(),
  /** The token of an invitation: a mailed one proves the address. */
  invitation: z.string().max(400).optional(),
  callbackURL: z.string().max(400).optional(),
})

/** How long a wish for a username is held: as long as the link that confirms the address works. */
export const wishLasts = 86_400

export const newHold = () => randomBytes(18).toString('base64url')

/**
 * Holds the wished username for the browser that asks (and not for the address: then a second try would tell
 * what is known of an address), and makes room for the sign-up: somebody who never proved this address loses
 * their claim to it, and the links mailed to them die.
 * @throws Refusal username_taken
 */
export const prepareSignUp = (database: Database, wish: { username: string; email: string; hold: string }) =>
  asService(database, async (tx) => {
    const [claim] = await rows<{ held: boolean }>(
      tx,
      sql`select claim_username(${wish.username}, null, ${wish.hold}) as held`,
    )
    if (!claim?.held) throw new Refusal('username_taken', {}, [{ field: 'username', code: 'taken' }])
    await tx
      .delete(people)
      .where(and(eq(sql`lower(${people.email})`, wish.email), eq(people.emailVerified, false)))
  })

/** The address was proven by the mailed invitation that the sign-up came with. */
export const markProven = (database: Database, person: string) =>
  database.db.update(people).set({ emailVerified: true }).where(eq(people.id, person))
