import { type SQL, sql } from 'drizzle-orm'
import type { FastifyInstance } from 'fastify'
import { expect, vi } from 'vitest'
import type { ApiClient } from '../../cast/api-client.ts'
import type { SignedInCast } from '../../cast/sign-up-cast.ts'
import { type Database, queryRows, serviceTransaction } from '../../src/platform/database/database.ts'

export type InvalidRequest = {
  method?: 'GET' | 'POST' | 'PATCH' | 'DELETE'
  /** Below /api/v1 unless it begins with /api. */
  url: string
  /** The body as it is sent: text, bytes, or a value that becomes JSON. */
  body?: unknown
  headers?: Record<string, string>
}

/** Everything that a request may have changed, except for the activity's entries about refused requests. */
const state: SQL = sql`select md5(concat_ws('|', ${sql.join(
  [
    ...[
      'accounts',
      'members',
      'invitations',
      'products',
      'stock_movements',
      'usernames',
      'credentials',
      'two_factors',
      'orders',
      'order_items',
      'shipments',
      'cancellation_requests',
      'refunds',
      'transfers',
      'payouts',
      'payment_methods',
      'addresses',
      'shows',
      'lineup',
      'chat_lines',
      'chat_bans',
      'auctions',
      'bids',
      'giveaways',
      'giveaway_entries',
      'conversations',
      'conversation_entries',
      'saved_replies',
      'notification_settings',
    ],
    `people`,
  ].map((table) => sql`(select string_agg(t::text, ',' order by t::text) from ${sql.identifier(table)} t)`),
  sql`, `,
)}, (select string_agg(id, ',' order by id) from mails), (select string_agg(id, ',' order by id) from sessions),
  (select string_agg(id, ',' order by id) from activity where area <> 'door'))) as all`

const stateOf = (database: Database) => serviceTransaction(database, (tx) => queryRows(tx, state))

/** Waits until the end of Edda's access is recorded. After that, nothing changes by itself. */
export const waitUntilAccessExpired = ({ as, ours }: SignedInCast) =>
  vi.waitFor(
    async () => {
      const { items } = (await as.olga.get(`${ours}/activity?area=team`)).body
      expect(items.map(({ act }: { act: string }) => act)).toContain('team.access_ended')
    },
    { timeout: 30_000, interval: 200 },
  )

/**
 * Details of the implementation that no answer may contain: file positions, SQL, messages of the database or the
 * runtime.
 */
const insides =
  /\n\s+at |\.[jt]s\b|node_modules|stack|\b(select|insert into|syntax error|undefined)\b|FST_|Error/

const asSent = (body: unknown) =>
  typeof body === 'string' || Buffer.isBuffer(body) ? body : body === undefined ? '' : JSON.stringify(body)

/**
 * Sends a request that must be refused, for a reader of English and one of French. Checks that each gets a problem
 * document, and that neither request changes anything.
 */
export async function expectRefusal(
  { app, database }: { app: FastifyInstance; database: Database },
  { cookie }: ApiClient,
  { method = 'POST', url, body, headers }: InvalidRequest,
) {
  const before = await stateOf(database)
  const send = async (language: string) => {
    const answer = await app.inject({
      method,
      url: url.startsWith('/api/') ? url : `/api/v1${url}`,
      headers: {
        ...(cookie && { cookie }),
        'accept-language': language,
        ...(body !== undefined && { 'content-type': 'application/json' }),
        ...headers,
      },
      payload: asSent(body),
    })
    expect(answer.headers['content-type']).toBe('application/problem+json')
    expect(answer.body).not.toMatch(insides)
    const problem = answer.json()
    expect(problem).toMatchObject({
      type: 'about:blank',
      title: problem.code.replaceAll('_', ' '),
      status: answer.statusCode,
      detail: expect.stringMatching(/^(“|«\s)?\p{Lu}.+[.?]$/u),
    })
    for (const { message } of problem.fields ?? []) expect(message).toMatch(/.[.]$/)
    return problem
  }
  const [english, french] = [await send('en'), await send('fr')]
  expect([french.status, french.code]).toEqual([english.status, english.code])
  expect(french.detail).not.toBe(english.detail)
  expect(await stateOf(database)).toEqual(before)
  const fields = (english.fields ?? []).map(
    ({ field, code }: { field: string; code: string }) => `${field}: ${code}`,
  )
  return { answer: `${english.status} ${english.code}`, fields: fields as string[] }
}
