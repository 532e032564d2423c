import { gt, isNull, or, sql } from 'drizzle-orm'
import { boolean, index, integer, jsonb, pgTable, primaryKey, text, uniqueIndex } from 'drizzle-orm/pg-core'
import { at, madeAt } from '../ground/columns.ts'
import {
  account,
  alsoFor,
  ofNobody,
  ofTheAccount,
  ofThePerson,
  person,
  system,
  theAccount,
  thePerson,
} from '../ground/rows.ts'
import { roles } from '../permissions.ts'

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
    /** The username asked for at sign-up; the own account is made with it once the address is proven. */
    wish: text().notNull(),
    /** Under what that wish is held (see usernames). */
    hold: text().notNull(),
    twoFactorEnabled: boolean('two_factor_enabled').notNull().default(false),
    createdAt: madeAt(),
    updatedAt: at('updated_at').notNull().defaultNow(),
  },
  (t) => [
    uniqueIndex('people_email').on(sql`lower(${t.email})`),
    ofThePerson(t.id),
    alsoFor(
      'of_the_team',
      [account, system],
      'select',
      sql`exists (select from members m where m.person_id = ${t.id} and m.account_id = ${theAccount})
        or exists (select from invitations i where i.invited_by = ${t.id} and i.account_id = ${theAccount})`,
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
    expiresAt: at('expires_at').notNull(),
    ipAddress: text('ip_address'),
    userAgent: text('user_agent'),
    createdAt: madeAt(),
    updatedAt: at('updated_at').notNull().defaultNow(),
  },
  (t) => [index('sessions_person').on(t.personId), ofThePerson(t.personId)],
)

export const accounts = pgTable(
  'accounts',
  {
    id: text().primaryKey(),
    username: text().notNull().unique(),
    name: text().notNull(),
    currency: text({ enum: ['EUR', 'USD'] }).notNull(),
    /** Set while the account is closing: when it will be erased. */
    eraseAt: at('erase_at'),
    createdAt: madeAt(),
  },
  (t) => [
    ofTheAccount(t.id),
    alsoFor(
      'of_its_people',
      [person],
      'select',
      sql`exists (
          select from members m
          where m.account_id = ${t.id} and m.person_id = ${thePerson} and (m.ends_at is null or m.ends_at > now()))
        or exists (
          select from invitations i
          where i.account_id = ${t.id} and i.outcome is null and i.expires_at > now())`,
    ),
  ],
)

export const members = pgTable(
  'members',
  {
    accountId: text('account_id')
      .notNull()
      .references(() => accounts.id, { onDelete: 'cascade' }),
    id: text().notNull(),
    personId: text('person_id')
      .notNull()
      .references(() => people.id),
    role: text({ enum: roles }).notNull(),
    /** When the access ends by the clock; null: never. */
    endsAt: at('ends_at'),
    createdAt: madeAt(),
  },
  (t) => [
    primaryKey({ columns: [t.accountId, t.id] }),
    uniqueIndex('members_person').on(t.personId, t.accountId),
    uniqueIndex('members_one_owner').on(t.accountId).where(sql`${t.role} = 'owner'`),
    ofTheAccount(t.accountId),
    alsoFor('own_memberships', [person], 'select', sql`${t.personId} = ${thePerson}`),
    alsoFor(
      'join_by_invitation',
      [person],
      'insert',
      sql`${t.personId} = ${thePerson} and ${t.role} <> 'owner' and exists (
        select from invitations i
        where i.account_id = ${t.accountId} and i.role = ${t.role} and i.outcome is null and i.expires_at > now())`,
    ),
  ],
)

/** Whether a membership gives access: it has no end, or one that has yet to come. */
export const unended = or(isNull(members.endsAt), gt(members.endsAt, sql`now()`))

/** When somebody was last active for an account: written by the door, once a minute at most. */
export const presence = pgTable(
  'presence',
  {
    accountId: text('account_id')
      .notNull()
      .references(() => accounts.id, { onDelete: 'cascade' }),
    personId: text('person_id')
      .notNull()
      .references(() => people.id, { onDelete: 'cascade' }),
    at: at('at').notNull(),
  },
  (t) => [primaryKey({ columns: [t.accountId, t.personId] }), ofTheAccount(t.accountId)],
)

/** What was done for an account, by whom, from where. Rows are added, never changed; they go with the account. */
export const activity = pgTable(
  'activity',
  {
    accountId: text('account_id')
      .notNull()
      .references(() => accounts.id, { onDelete: 'cascade' }),
    id: text().notNull(),
    at: at('at').notNull().defaultNow(),
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
    ofTheAccount(t.accountId),
    alsoFor(
      'own_answers',
      [person],
      'insert',
      sql`${t.personId} = ${thePerson} and exists (select from accounts a where a.id = ${t.accountId})`,
    ),
  ],
)

/** Counted tries of what is rate-limited, by key and window. */
export const attempts = pgTable(
  'attempts',
  { key: text().primaryKey(), count: integer().notNull(), until: at('until').notNull() },
  () => [ofNobody()],
)
