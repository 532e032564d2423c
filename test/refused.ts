import { type SQL, sql } from 'drizzle-orm'
import type { FastifyInstance } from 'fastify'
import { expect, vi } from 'vitest'
import type { Client } from '../cast/client.ts'
import type { Stage } from '../cast/load.ts'
import { asService, type Database, rows } from '../src/ground/db.ts'

export type Bad = {
  method?: 'GET' | 'POST' | 'PATCH' | 'DELETE'
  /** Below /api/v1 unless it says more. */
  url: string
  /** As it is sent: text, bytes, or what becomes JSON. */
  body?: unknown
  headers?: Record<string, string>
}

/** All that a request may have changed, but for what the door notes of those that it refuses. */
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
      'notice_settings',
    ],
    `people`,
  ].map((table) => sql`(select string_agg(t::text, ',' order by t::text) from ${sql.identifier(table)} t)`),
  sql`, `,
)}, (select string_agg(id, ',' order by id) from mails), (select string_agg(id, ',' order by id) from sessions),
  (select string_agg(id, ',' order by id) from activity where area <> 'door'))) as all`

const stateOf = (database: Database) => asService(database, (tx) => rows(tx, state))

/** Waits until the end of Edda's access is on record: from then on, nothing happens by itself. */
export const untilAllIsQuiet = ({ as, ours }: Stage) =>
  vi.waitFor(
    async () => {
      const { items } = (await as.olga.get(`${ours}/activity?area=team`)).body
      expect(items.map(({ act }: { act: string }) => act)).toContain('team.access_ended')
    },
    { timeout: 30_000, interval: 200 },
  )

/** What gives away how the service is built: places in files, SQL, the words of the database or of the runtime. */
const insides =
  /\n\s+at |\.[jt]s\b|node_modules|stack|\b(select|insert into|syntax error|undefined)\b|FST_|Error/

const asSent = (body: unknown) =>
  typeof body === 'string' || Buffer.isBuffer(body) ? body : body === undefined ? '' : JSON.stringify(body)

/**
 * Sends what is to be refused, for a reader of English and of French, and checks that each is answered with a
 * problem document, and that nothing was changed by either.
 */
export async function problemFor(
  { app, database }: { app: FastifyInstance; database: Database },
  { cookie }: Client,
  { method = 'POST', url, body, headers }: Bad,
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
      detail: expect.stringMatching(/^\p{Lu}.+[.?]$/u),
    })
    for (const { message } of problem.fields ?? []) expect(message).toMatch(/^\p{Lu}?.+[.]$/u)
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
