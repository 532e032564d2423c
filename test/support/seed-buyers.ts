import { makeSignature } from 'better-auth/crypto'
import { sql } from 'drizzle-orm'
import { type ApiClient, makeApiClient } from '../../cast/api-client.ts'
import { sessionCookie } from '../../src/access/gate.ts'
import { queryRows } from '../../src/platform/database/database.ts'
import type { RunningServer } from '../../src/server/start.ts'
import { testSecret } from './test-environment.ts'

export type SeededBuyer = { client: ApiClient; account: string; path: string }

/**
 * This many people, each with an account, an address and a valid card. They are written into the database, since
 * signing up fifty people takes too long.
 */
export async function seedBuyers({ app, database }: RunningServer, count: number): Promise<SeededBuyer[]> {
  const numbers = sql`generate_series(1, ${count}) as n`
  await database.db.execute(sql`
    insert into people (id, name, email, email_verified, language, wish, hold)
    select 'per_crowd' || n, 'Buyer ' || n, 'buyer' || n || '@example.com', true, 'fr', 'buyer-' || n, 'h' || n
    from ${numbers}`)
  await database.db.execute(sql`
    insert into sessions (id, token, person_id, expires_at)
    select 'ses_crowd' || n, 'token' || n, 'per_crowd' || n, now() + interval '1 day' from ${numbers}`)
  await database.db.execute(sql`
    insert into addresses (account_id, id, name, line1, postal_code, city, country)
    select 'acc_crowd' || n, 'adr_crowd' || n, 'Buyer ' || n, n || ' rue Longue', '69001', 'Lyon', 'FR' from ${numbers}`)
  await database.db.execute(sql`
    insert into payment_methods (account_id, id, provider, ref, brand, last4, exp_month, exp_year)
    select 'acc_crowd' || n, 'pay_crowd' || n, 'sandbox', 'sandbox_ok', 'visa', '4242', 12, 2040 from ${numbers}`)
  return Promise.all(
    Array.from({ length: count }, async (_, index) => {
      const token = `token${index + 1}`
      const signed = `${token}.${await makeSignature(token, testSecret)}`
      const account = `acc_crowd${index + 1}`
      const cookie = `${sessionCookie(false)}=${encodeURIComponent(signed)}`
      return { client: makeApiClient(app, cookie), account, path: `/accounts/${account}` }
    }),
  )
}

/** The first row that a statement finds. */
export async function firstRow<T>(
  { database }: RunningServer,
  statement: ReturnType<typeof sql>,
): Promise<T> {
  const [found] = await queryRows<T>(database.db, statement)
  return found as T
}
