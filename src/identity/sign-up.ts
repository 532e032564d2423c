import { randomBytes } from 'node:crypto'
import { and, eq, sql } from 'drizzle-orm'
import { z } from 'zod'
import { people } from '../access/tables.ts'
import { Refusal } from '../errors/refusal.ts'
import { type Database, queryRows, serviceTransaction } from '../platform/database/database.ts'
import { emailAddress, singleLine } from '../platform/text-schemas.ts'
import { newPassword } from './passwords.ts'
import { usernameSchema } from './usernames.ts'
import { identityLimits } from './vocabulary.ts'

export const SignUp = z.strictObject({
  name: singleLine(identityLimits.name),
  email: emailAddress,
  password: newPassword,
  username: usernameSchema.describe(
    "The username that the person's own account will have; reserved for a day.",
  ),
  language: z.enum(['en', 'fr']).optional(),
  invitation: z
    .string()
    .max(400)
    .optional()
    .describe('The token of an invitation. If it was mailed, it proves the e-mail address.'),
  callbackURL: z
    .string()
    .max(400)
    .optional()
    .describe('The page to which the mailed confirmation link leads.'),
})

/** How long a requested username is reserved: as long as the link that confirms the address works. */
export const usernameHoldSeconds = 86_400

export const newHoldKey = () => randomBytes(18).toString('base64url')

/**
 * Reserves the requested username for this browser. If it were reserved for the e-mail address, a second attempt would
 * reveal whether the address is known. A person who signed up with this address and never confirmed it is deleted, so
 * that the new sign-up can take its place; the links that were mailed to them stop working.
 * @throws Refusal username_taken
 */
export const prepareSignUp = (
  database: Database,
  wanted: { username: string; email: string; hold: string },
) =>
  serviceTransaction(database, async (tx) => {
    const [claim] = await queryRows<{ reserved: boolean }>(
      tx,
      sql`select claim_username(${wanted.username}, null, ${wanted.hold}) as reserved`,
    )
    if (!claim?.reserved) throw new Refusal('username_taken', {}, [{ field: 'username', code: 'taken' }])
    await tx
      .delete(people)
      .where(and(eq(sql`lower(${people.email})`, wanted.email), eq(people.emailVerified, false)))
  })

/** Called when the sign-up came with a mailed invitation, which proves the address. */
export const markEmailVerified = (database: Database, person: string) =>
  database.db.update(people).set({ emailVerified: true }).where(eq(people.id, person))
