import { gt, isNull, or, sql } from 'drizzle-orm'
import { boolean, index, jsonb, pgTable, primaryKey, text, uniqueIndex } from 'drizzle-orm/pg-core'
import { roles } from '../permissions.ts'
import { createdAtColumn, timestampColumn } from '../platform/database/columns.ts'
import {
  accountRole,
  accountRows,
  additionalRows,
  currentAccount,
  currentPerson,
  personRole,
  personRows,
  systemRole,
} from '../platform/database/row-policies.ts'

export const people = pgTable(
  'people',
  {
    id: text().primaryKey(),
    name: text().notNull(),
    email: text().notNull(),
    emailVerified: boolean('email_verified').notNull().default(false),
    image: text(),
    language: text({ enum: ['en', 'fr'] })
      .notNull()
      .default('en'),
    /** The username chosen at sign-up; the personal account is created with it once the e-mail address is verified. */
    requestedUsername: text('wish').notNull(),
    /** The key under which that username is reserved (see the `usernames` table). */
    hold: text().notNull(),
    twoFactorEnabled: boolean('two_factor_enabled').notNull().default(false),
    createdAt: createdAtColumn(),
    updatedAt: timestampColumn('updated_at').notNull().defaultNow(),
  },
  (t) => [
    uniqueIndex('people_email').on(sql`lower(${t.email})`),
    personRows(t.id),
    additionalRows(
      'of_the_team',
      [accountRole, systemRole],
      'select',
      sql`exists (select from members m where m.person_id = ${t.id} and m.account_id = ${currentAccount})
        or exists (select from invitations i where i.invited_by = ${t.id} and i.account_id = ${currentAccount})`,
    ),
  ],
)

export const sessions = pgTable(
  'sessions',
  {
    id: text().primaryKey(),
    token: text().notNull().unique(),
    personId: text('person_id')
      .notNull()
      .references(() => people.id, { onDelete: 'cascade' }),
    expiresAt: timestampColumn('expires_at').notNull(),
    ipAddress: text('ip_address'),
    userAgent: text('user_agent'),
    createdAt: createdAtColumn(),
    updatedAt: timestampColumn('updated_at').notNull().defaultNow(),
  },
  (t) => [index('sessions_person').on(t.personId), personRows(t.personId)],
)

export const accounts = pgTable(
  'accounts',
  {
    id: text().primaryKey(),
    username: text().notNull().unique(),
    name: text().notNull(),
    currency: text({ enum: ['EUR', 'USD'] }).notNull(),
    /** Set while the account is closing: when it will be erased. */
    eraseAt: timestampColumn('erase_at'),
    createdAt: createdAtColumn(),
  },
  (t) => [
    accountRows(t.id),
    additionalRows(
      'of_its_members',
      [personRole],
      'select',
      sql`exists (
          select from members m
          where m.account_id = ${t.id} and m.person_id = ${currentPerson} and (m.ends_at is null or m.ends_at > now()))
        or exists (
          select from invitations i
          where i.account_id = ${t.id} and i.outcome is null and i.expires_at > now())`,
    ),
  ],
)

/** The account that a row belongs to, and with which it is deleted. */
export const accountIdColumn = () =>
  text('account_id')
    .notNull()
    .references(() => accounts.id, { onDelete: 'cascade' })

export const members = pgTable(
  'members',
  {
    accountId: accountIdColumn(),
    id: text().notNull(),
    personId: text('person_id')
      .notNull()
      .references(() => people.id),
    role: text({ enum: roles }).notNull(),
    /** When the access ends by itself; null: never. */
    endsAt: timestampColumn('ends_at'),
    createdAt: createdAtColumn(),
  },
  (t) => [
    primaryKey({ columns: [t.accountId, t.id] }),
    uniqueIndex('members_person').on(t.personId, t.accountId),
    uniqueIndex('members_one_owner').on(t.accountId).where(sql`${t.role} = 'owner'`),
    accountRows(t.accountId),
    additionalRows('own_memberships', [personRole], 'select', sql`${t.personId} = ${currentPerson}`),
    additionalRows(
      'join_by_invitation',
      [personRole],
      'insert',
      sql`${t.personId} = ${currentPerson} and ${t.role} <> 'owner' and exists (
        select from invitations i
        where i.account_id = ${t.accountId} and i.role = ${t.role} and i.outcome is null and i.expires_at > now())`,
    ),
  ],
)

/** SQL condition: the membership gives access, because it has no end or ends in the future. */
export const hasAccess = or(isNull(members.endsAt), gt(members.endsAt, sql`now()`))

/** When a member last made a request for an account. The door writes this, once a minute at most. */
export const presence = pgTable(
  'presence',
  {
    accountId: accountIdColumn(),
    personId: text('person_id')
      .notNull()
      .references(() => people.id, { onDelete: 'cascade' }),
    at: timestampColumn('at').notNull(),
  },
  (t) => [primaryKey({ columns: [t.accountId, t.personId] }), accountRows(t.accountId)],
)

/**
 * What was done for an account, by which person and from which IP address. Rows are added, never changed; they are
 * deleted with the account.
 */
export const activity = pgTable(
  'activity',
  {
    accountId: accountIdColumn(),
    id: text().notNull(),
    at: timestampColumn('at').notNull().defaultNow(),
    /** Null: the platform's operator or the clock. */
    personId: text('person_id'),
    personName: text('person_name').notNull(),
    accountName: text('account_name').notNull(),
    area: text().notNull(),
    act: text().notNull(),
    subjectId: text('subject_id'),
    subjectName: text('subject_name'),
    details: jsonb().$type<Record<string, unknown>>().notNull().default({}),
    ip: text(),
    allowed: boolean().notNull().default(true),
  },
  (t) => [
    primaryKey({ columns: [t.accountId, t.id] }),
    index('activity_latest').on(t.accountId, t.at, t.id),
    index('activity_person').on(t.accountId, t.personId, t.at),
    accountRows(t.accountId),
    additionalRows(
      'own_answers',
      [personRole],
      'insert',
      sql`${t.personId} = ${currentPerson} and exists (select from accounts a where a.id = ${t.accountId})`,
    ),
  ],
)
