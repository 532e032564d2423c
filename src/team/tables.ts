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
import { accounts, people } from '../door/tables.ts'
import { alsoFor, ofTheAccount, person, thePerson } from '../ground/rows.ts'
import { givenRoles } from '../permissions.ts'

const at = (name: string) => timestamp(name, { withTimezone: true })

export const outcomes = ['accepted', 'declined', 'cancelled', 'expired'] as const

/** An invitation is pending until it has an outcome; its token is derived (see tokens.ts) and stored nowhere. */
export const invitations = pgTable(
  'invitations',
  {
    accountId: text('account_id')
      .notNull()
      .references(() => accounts.id, { onDelete: 'cascade' }),
    id: text().notNull(),
    email: text().notNull(),
    role: text({ enum: givenRoles }).notNull(),
    language: text({ enum: ['en', 'fr'] }).notNull(),
    /** End of the access that it gives; null: none. */
    endsAt: at('ends_at'),
    invitedBy: text('invited_by')
      .notNull()
      .references(() => people.id, { onDelete: 'cascade' }),
    createdAt: at('created_at').notNull().defaultNow(),
    expiresAt: at('expires_at').notNull(),
    /** Raised by each resend: links of an earlier generation are dead. */
    generation: integer().notNull().default(1),
    outcome: text({ enum: outcomes }),
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
    ofTheAccount(t.accountId),
    alsoFor('sent_to_me', [person], 'select', toMe(t.email)),
    pgPolicy('answer', {
      to: person,
      for: 'update',
      using: sql`${t.outcome} is null and ${toMe(t.email)}`,
      withCheck: sql`${t.outcome} in ('accepted', 'declined') and ${t.settledBy} = ${thePerson} and ${toMe(t.email)}`,
    }),
  ],
)

/** Who was a member and is not any more: written by the database with each end of a membership. */
export const pastMembers = pgTable(
  'past_members',
  {
    accountId: text('account_id')
      .notNull()
      .references(() => accounts.id, { onDelete: 'cascade' }),
    personId: text('person_id')
      .notNull()
      .references(() => people.id, { onDelete: 'cascade' }),
    leftAt: at('left_at').notNull(),
  },
  (t) => [primaryKey({ columns: [t.accountId, t.personId] }), ofTheAccount(t.accountId)],
)

function toMe(email: unknown) {
  return sql`lower(${email}) = (select lower(p.email) from people p where p.id = ${thePerson} and p.email_verified)`
}
