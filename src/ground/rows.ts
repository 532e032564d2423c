import { type AnyColumn, type SQL, sql } from 'drizzle-orm'
import { pgPolicy, pgRole } from 'drizzle-orm/pg-core'

/** The four roles of `scope.ts`, made by the first migration. */
export const account = pgRole('stagedoor_account').existing()
export const person = pgRole('stagedoor_person').existing()
export const system = pgRole('stagedoor_system').existing()
export const visitor = pgRole('stagedoor_public').existing()

// As sub-selects they are read once a statement and not once a row; empty means nobody.
export const theAccount = sql`(select nullif(current_setting('app.account', true), ''))`
export const thePerson = sql`(select nullif(current_setting('app.person', true), ''))`

/** Rows of the account that the transaction is for. */
export const ofTheAccount = (column: AnyColumn) => {
  const mine = sql`${column} = ${theAccount}`
  return pgPolicy('of_the_account', { to: [account, system], for: 'all', using: mine, withCheck: mine })
}

/** Rows of what two accounts do together, which the buyer's may read. Writing to them is for `within` as the seller's. */
export const alsoOfTheBuyer = (column: AnyColumn) =>
  alsoFor('of_the_buyer', [account, system], 'select', sql`${column} = ${theAccount}`)

/** Rows of the person who acts, whether for an account or for themselves. */
export const ofThePerson = (column: AnyColumn) => {
  const mine = sql`${column} = ${thePerson}`
  return pgPolicy('of_the_person', { to: [account, person], for: 'all', using: mine, withCheck: mine })
}

/** Rows that a person reaches for another reason, stated in the condition. */
export const alsoFor = (
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

/** Rows for the service itself: sign-in and the door. No scope sees them. */
export const ofNobody = () =>
  pgPolicy('of_nobody', {
    to: [account, person, system, visitor],
    for: 'all',
    using: sql`false`,
    withCheck: sql`false`,
  })
