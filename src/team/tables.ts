import { sql } from 'drizzle-orm'
import {
  index,
  integer,
  pgPolicy,
  pgTable,
  primaryKey,
  text,
  timestamp,
  uniqueIndex,
} from 'drizzle-orm/pg-core'
import { accountIdColumn, people } from '../access/tables.ts'
import { givenRoles } from '../permissions.ts'
import { accountRows, additionalRows, currentPerson, personRole } from '../platform/database/row-policies.ts'

const at = (name: string) => timestamp(name, { withTimezone: true })

export const invitationOutcomes = ['accepted', 'declined', 'cancelled', 'expired'] as const

/**
 * An invitation is pending until it has an outcome. Its token is computed (`invitation-tokens.ts`) and not stored.
 */
export const invitations = pgTable(
  'invitations',
  {
    accountId: accountIdColumn(),
    id: text().notNull(),
    email: text().notNull(),
    role: text({ enum: givenRoles }).notNull(),
    language: text({ enum: ['en', 'fr'] }).notNull(),
    /** When the access that the invitation gives ends; null: never. */
    endsAt: at('ends_at'),
    invitedBy: text('invited_by')
      .notNull()
      .references(() => people.id, { onDelete: 'cascade' }),
    createdAt: at('created_at').notNull().defaultNow(),
    expiresAt: at('expires_at').notNull(),
    /** Increased by each resend. Links of an earlier generation no longer work. */
    generation: integer().notNull().default(1),
    outcome: text({ enum: invitationOutcomes }),
    settledAt: at('settled_at'),
    settledBy: text('settled_by'),
  },
  (t) => [
    primaryKey({ columns: [t.accountId, t.id] }),
    uniqueIndex('invitations_one_pending')
      .on(t.accountId, sql`lower(${t.email})`)
      .where(sql`${t.outcome} is null`),
    index('invitations_latest').on(t.accountId, t.createdAt),
    index('invitations_email').on(sql`lower(${t.email})`),
    accountRows(t.accountId),
    additionalRows('sent_to_me', [personRole], 'select', toMe(t.email)),
    pgPolicy('answer', {
      to: personRole,
      for: 'update',
      using: sql`${t.outcome} is null and ${toMe(t.email)}`,
      withCheck: sql`${t.outcome} in ('accepted', 'declined') and ${t.settledBy} = ${currentPerson} and ${toMe(t.email)}`,
    }),
  ],
)

/** Former members. The database writes a row whenever a membership ends. */
export const pastMembers = pgTable(
  'past_members',
  {
    accountId: accountIdColumn(),
    personId: text('person_id')
      .notNull()
      .references(() => people.id, { onDelete: 'cascade' }),
    leftAt: at('left_at').notNull(),
  },
  (t) => [primaryKey({ columns: [t.accountId, t.personId] }), accountRows(t.accountId)],
)

function toMe(email: unknown) {
  return sql`lower(${email}) = (select lower(p.email) from people p where p.id = ${currentPerson} and p.email_verified)`
}
