import pg from 'pg'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type ApiClient, signUpByApi } from '../../cast/api-client.ts'
import { cast } from '../../cast/people.ts'
import type { RunningServer } from '../../src/server/start.ts'
import { createTestDatabase, openWorld } from '../support/test-world.ts'
import { fillTables, scaleRows } from './fill-tables.ts'
import { measureAnswer } from './measure-answer.ts'

/*
 * An inbox with many conversations of four messages each, beside another account's. The measured times are
 * printed; the limits are far above what an idle machine needs.
 */
const count = scaleRows

let world: RunningServer
let olga: ApiClient
let admin: pg.Client
let account: string
beforeAll(async () => {
  const databaseUrl = await createTestDatabase()
  admin = new pg.Client({ connectionString: databaseUrl })
  await admin.connect()
  world = await openWorld({ DATABASE_URL: databaseUrl })
  olga = await signUpByApi(world.app, cast.olga)
  const { person, accounts } = (await olga.get('/me')).body
  account = accounts[0].id
  await fill(person.id)
})
afterAll(async () => {
  await world.stop()
  await admin.end()
})

/**
 * The latest thousand are open; of these, 200 are unread, 100 assigned to Olga and 500 unassigned. One in ten has a
 * note.
 */
async function fill(person: string) {
  await fillTables(
    admin,
    ['conversations', 'conversation_entries'],
    `
    create temporary table held as select n, account, lpad(n::text, 26, '0') as id
      from generate_series(1, ${count}) n, unnest(array['${account}', 'acc_other']) account
      where account = '${account}' or n > ${count} - 10000;
    insert into conversations (account_id, buyer_id, id, buyer_name, assignee_id, assignee_name, closed_at, closed_by,
        entries, messages, buyer_last, seller_last, buyer_read, seller_read, last_side, last_text, last_at)
      select account, 'acc_buyer' || n, 'cnv_' || id, 'Buyer ' || n,
        case when n > ${count} - 100 then '${person}' when n > ${count} - 500 then 'per_x' end,
        case when n > ${count} - 500 then 'X' end, case when n <= ${count} - 1000 then now() end,
        case when n <= ${count} - 1000 then 'X' end, 5, 4, 4, 3, 4,
        case when n > ${count} - 200 then 3 else 4 end, 'buyer', 'Thank you', now() - n * interval '1 minute'
      from held;
    insert into conversation_entries (account_id, buyer_id, conversation_id, position, number, id, kind, side, person_name, text)
      select account, 'acc_buyer' || n, 'cnv_' || id, p, p, 'msg_' || id || p, 'text',
        case when p % 2 = 0 then 'seller' else 'buyer' end, 'X',
        (array['Where is my shipment', 'It left today', 'Is the ceramic bear safe', 'Thank you'])[p] || ' ' || md5(n::text || p)
      from held, generate_series(1, 4) p;
    insert into conversation_entries (account_id, buyer_id, conversation_id, position, id, kind, side, person_name, text)
      select account, 'acc_buyer' || n, 'cnv_' || id, 5, 'msg_' || id || 5, 'note', 'seller', 'X', 'Knows the potter'
      from held where n % 10 = 0`,
  )
}

const counted: Parameters<typeof measureAnswer>[2] = (body) => body.items?.length ?? body.unread

const id = (n: number) => String(n).padStart(26, '0')
const inbox = '/conversations'
const deep = Buffer.from(`${new Date(Date.now() - (count / 2) * 60_000).toISOString()}\ncnv_${id(count / 2)}`)

const asked = {
  'all, the latest first': [inbox, 25],
  'a page far down': [`${inbox}?after=${deep.toString('base64url')}`, 25],
  unread: [`${inbox}?view=unread`, 25],
  mine: [`${inbox}?view=mine`, 25],
  'in nobody’s care': [`${inbox}?view=unassigned`, 25],
  closed: [`${inbox}?view=closed`, 25],
  'a rare word': [`${inbox}?search=${'57b9e'}`, 1],
  'a common word': [`${inbox}?search=shipment`, 25],
  'a common word among the unread': [`${inbox}?view=unread&search=shipment`, 25],
  'a word of notes': [`${inbox}?search=potter`, 25],
  'a word that nothing has': [`${inbox}?search=umbrella`, 0],
  'two letters that nothing has': [`${inbox}?search=%23%23`, 0],
  'a buyer': [`${inbox}?search=buyer%2012345`, 1],
  'what is counted': ['/conversation-counts', 100],
  'what stands in one': [`${inbox}/cnv_${id(count - 10)}/entries`, 5],
  'what needs the person': ['/notifications', 1],
} as const

test('every answer takes well under a second', async () => {
  const times: string[] = []
  for (const [what, [path, rows]] of Object.entries(asked)) {
    const found = await measureAnswer(olga, `/accounts/${account}${path}`, counted)
    expect.soft([what, found.rows >= rows]).toEqual([what, true])
    expect.soft(found.ms, what).toBeLessThan(500)
    times.push(`${found.ms.toFixed(1).padStart(7)} ms  ${what} (${found.rows})`)
  }
  console.log(`An inbox with ${count} conversations answers\n${times.join('\n')}`)
})
