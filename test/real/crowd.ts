import { makeSignature } from 'better-auth/crypto'
import { sql } from 'drizzle-orm'
import { type Client, clientOf } from '../../cast/client.ts'
import { sessionCookie } from '../../src/door/gate.ts'
import { rows } from '../../src/ground/db.ts'
import type { Running } from '../../src/start.ts'
import { secret } from '../world.ts'

export type Buyer = { client: Client; account: string; path: string }

/**
 * So many people with an account of their own, an address and a card that pays: written into the database, since
 * signing up fifty people takes longer than what they are wanted for.
 */
export async function crowd({ app, database }: Running, count: number): Promise<Buyer[]> {
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
      const signed = `${token}.${await makeSignature(token, secret)}`
      const account = `acc_crowd${index + 1}`
      const cookie = `${sessionCookie(false)}=${encodeURIComponent(signed)}`
      return { client: clientOf(app, cookie), account, path: `/accounts/${account}` }
    }),
  )
}

/** What a statement finds first. */
export async function first<T>({ database }: Running, statement: ReturnType<typeof sql>): Promise<T> {
  const [found] = await rows<T>(database.db, statement)
  return found as T
}
