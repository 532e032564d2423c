import { type AnyColumn, type SQL, sql } from 'drizzle-orm'
import { pgPolicy, pgRole } from 'drizzle-orm/pg-core'

/** The four roles of `scope.ts`, created by the first migration. */
export const accountRole = pgRole('stagedoor_account').existing()
export const personRole = pgRole('stagedoor_person').existing()
export const systemRole = pgRole('stagedoor_system').existing()
export const publicRole = pgRole('stagedoor_public').existing()

// As sub-selects, they are evaluated once for each statement and not for each row. An empty setting means nobody.
export const currentAccount = sql`(select nullif(current_setting('app.account', true), ''))`
export const currentPerson = sql`(select nullif(current_setting('app.person', true), ''))`

/** Rows of the account that the transaction acts for. */
export const accountRows = (column: AnyColumn) => {
  const condition = sql`${column} = ${currentAccount}`
  return pgPolicy('of_the_account', {
    to: [accountRole, systemRole],
    for: 'all',
    using: condition,
    withCheck: condition,
  })
}

/** Lets the buyer's account read a seller's rows that concern it. Writing them requires the seller's scope. */
export const buyerReads = (column: AnyColumn) =>
  additionalRows('of_the_buyer', [accountRole, systemRole], 'select', sql`${column} = ${currentAccount}`)

/** Rows of the acting person, in the account and the person scope. */
export const personRows = (column: AnyColumn) => {
  const condition = sql`${column} = ${currentPerson}`
  return pgPolicy('of_the_person', {
    to: [accountRole, personRole],
    for: 'all',
    using: condition,
    withCheck: condition,
  })
}

/** A further policy, which lets the roles reach rows that satisfy `condition`. */
export const additionalRows = (
  name: string,
  to: ReturnType<typeof pgRole>[],
  on: 'select' | 'insert' | 'update',
  condition: SQL,
) =>
  pgPolicy(name, {
    to,
    for: on,
    ...(on !== 'insert' && { using: condition }),
    ...(on !== 'select' && { withCheck: condition }),
  })

/** Rows of the server itself (sign-in, the door). No scope can see them. */
export const serviceRows = () =>
  pgPolicy('of_nobody', {
    to: [accountRole, personRole, systemRole, publicRole],
    for: 'all',
    using: sql`false`,
    withCheck: sql`false`,
  })
