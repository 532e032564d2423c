import { type SQL, sql } from 'drizzle-orm'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { join, loadCast, loadProducts, type Stage } from '../cast/load.ts'
import { cast } from '../cast/people.ts'
import { asService, rows } from '../src/ground/db.ts'
import { type Scope, scopeRoles, within } from '../src/ground/scope.ts'
import type { Running } from '../src/start.ts'
import { answerTo, inVain, leaks, tablesOf, unguarded, type Whose } from './probes.ts'
import { seed } from './seeds.ts'
import { openWorld } from './world.ts'

/*
 * The second lock. Nothing here goes through the door: what is said to the database is what a query could say that
 * forgot its `where`, or that somebody smuggled in.
 */
type Person = { person: string; email: string }

let world: Running
let stage: Stage
let olga: string
let rita: string
let theirs: Whose // of Maison Ours: its account's rows, and those of its people
let foxes: Whose // of Fox & Fern

beforeAll(async () => {
  world = await openWorld()
  stage = await loadCast(world.app)
  await loadProducts(stage)
  const { as, own, ours, fox } = stage
  await join(world.app, as, fox, 'bruno', 'support')
  const idOf = async (client: typeof as.olga) => (await client.get('/me')).body.person.id as string
  olga = await idOf(as.olga)
  rita = await idOf(as.rita)
  const team: Person[] = (await as.olga.get(`${ours}/members`)).body.items
  await asService(world.database, async (tx) => {
    for (const [account, person] of [
      [own.olga, olga],
      [own.rita, rita],
    ])
      await seed(tx, account as string, person as string)
  })
  theirs = rowsOf(own.olga, team)
  foxes = rowsOf(own.rita, [{ person: rita, email: cast.rita.email }])
})
afterAll(() => world.stop())

/** The rows of an account and its people. A table that says neither fails here until somebody says whose it is. */
const rowsOf =
  (account: string, team: Person[]): Whose =>
  ({ name, columns }) => {
    const people = team.map(({ person }) => person)
    const addresses = team.map(({ email }) => email)
    if (['attempts', 'verifications', 'sandbox_bank', 'file_folder'].includes(name)) return sql`true` // nobody's but the service's
    if (name === 'accounts') return sql`id = ${account}`
    if (name === 'people') return sql`id in ${people}`
    if (name === 'mails') return sql`(account_id = ${account} or address in ${addresses})`
    if (columns.includes('buyer_id')) return sql`(account_id = ${account} or buyer_id = ${account})`
    if (columns.includes('account_id') && name !== 'credentials') return sql`account_id = ${account}`
    if (columns.includes('person_id')) return sql`person_id in ${people}`
    throw new Error(`Say in isolation.test.ts whose the rows of ${name} are`)
  }

const asRita = (): Record<Scope['as'], Scope> => ({
  account: { as: 'account', account: stage.own.rita, person: rita },
  person: { as: 'person', person: rita },
  system: { as: 'system', account: stage.own.rita },
  public: { as: 'public' },
})
const asOlga = (): Record<Scope['as'], Scope> => ({
  account: { as: 'account', account: stage.own.olga, person: olga },
  person: { as: 'person', person: olga },
  system: { as: 'system', account: stage.own.olga },
  public: { as: 'public' },
})

describe.each(['all locks', 'row security alone'] as const)('with %s', (locks) => {
  test.each(scopeRoles)('Rita, as %s for Fox & Fern, reaches no row of Maison Ours', async (as) => {
    expect(await inVain(world.database, (tx) => leaks(tx, asRita()[as], theirs, locks))).toEqual([])
  })
  test.each(scopeRoles)('Olga, as %s for Maison Ours, reaches no row of Fox & Fern', async (as) => {
    expect(await inVain(world.database, (tx) => leaks(tx, asOlga()[as], foxes, locks))).toEqual([])
  })
  test.each([
    { as: 'account', account: '', person: '' },
    { as: 'person', person: '' },
    { as: 'system', account: '' },
  ] as const)('whoever is nobody reaches nothing at all as $as', async (scope) => {
    expect(await inVain(world.database, (tx) => leaks(tx, scope, () => sql`true`, locks))).toEqual([])
  })
})

describe('these tests would notice', () => {
  const leaky = sql`create table leaky (account_id text not null)`
  const bound = sql`alter table leaky enable row level security`
  const filled = () => sql`insert into leaky values (${stage.own.olga})`
  const granted = sql`grant all on leaky to stagedoor_account`

  test('a table without row security, and one without a policy', async () => {
    expect(await asService(world.database, unguarded)).toEqual([])
    expect(
      await inVain(world.database, async (tx) => {
        await tx.execute(leaky)
        const without = await unguarded(tx)
        await tx.execute(bound)
        return [without, await unguarded(tx)]
      }),
    ).toEqual([['leaky'], ['leaky']])
  })

  test.each([
    ['that has no row security', []],
    [
      'whose policy lets everybody in',
      [bound, sql`create policy open_door on leaky to stagedoor_account using (true) with check (true)`],
    ],
  ])('a table %s', async (_, made: SQL[]) => {
    const found = await inVain(world.database, async (tx) => {
      for (const statement of [leaky, ...made, filled(), granted]) await tx.execute(statement)
      return leaks(tx, asRita().account, theirs, 'all locks')
    })
    expect(found).toEqual([
      'leaky: saw 1 rows',
      'leaky: changed rows',
      'leaky: changed rows',
      'leaky: could add a row (done)',
    ])
  })

  test('a table of which nobody said whose rows it has', async () => {
    const found = inVain(world.database, async (tx) => {
      await tx.execute(sql`create table notes (id text)`)
      return leaks(tx, asRita().account, theirs, 'all locks')
    })
    await expect(found).rejects.toThrow('whose the rows of notes are')
  })
})

describe('around the tables', () => {
  const inScope = <T>(scope: Scope, statement: SQL) =>
    within(world.database, scope, (tx) => rows<T>(tx, statement))
  const handles = async (scope: Scope) =>
    (await inScope<{ username: string }>(scope, sql`select username from handles order by 1`)).map(
      ({ username }) => username,
    )

  test('views show the people that one has to do with, what is one’s own, and what is published', async () => {
    const views = await asService(world.database, (tx) =>
      rows(
        tx,
        sql`select relname::text as name from pg_class where relnamespace = 'public'::regnamespace and relkind not in ('r', 'p', 'i', 'I') order by 1`,
      ),
    )
    const own = ['order_texts', 'own_auctions', 'own_giveaways', 'parcel_texts', 'product_texts']
    expect(views).toEqual(
      [
        'buyer_conversations',
        'buyer_messages',
        'conversation_texts',
        'handles',
        ...own,
        ...['photos', 'products', 'windows'].map((name) => `shop_${name}`),
        ...['auctions', 'giveaways', 'lines', 'lineup', 'shows'].map((name) => `shown_${name}`),
      ].map((name) => ({ name })),
    )
    for (const view of own) {
      const texts = sql`select distinct account_id from ${sql.identifier(view)}`
      expect(await inScope(asRita().account, texts)).toEqual([{ account_id: stage.own.rita }])
      expect(await inScope({ as: 'account', account: '', person: '' }, texts)).toEqual([])
      await expect(inScope(asRita().public, texts)).rejects.toMatchObject({ cause: { code: '42501' } })
    }
    expect(await handles(asRita().account)).toEqual(['bruno-petit', 'fox-and-fern'])
    expect(await handles(asRita().system)).toEqual(['bruno-petit', 'fox-and-fern'])
    expect(await handles(asRita().person)).toEqual(['fox-and-fern'])
    expect(await handles({ as: 'account', account: '', person: '' })).toEqual([])
    const ours = ['edda-lind', 'maison-ours', 'marc-aubert', 'selma-diop', 'theo-blanc']
    expect(await handles(asOlga().account)).toEqual(ours)
    await expect(handles(asRita().public)).rejects.toMatchObject({ cause: { code: '42501' } })
  })

  test('of the functions that work as the service, the one that writes renames the own account only, to a free name', async () => {
    const powerful = await asService(world.database, (tx) =>
      rows(
        tx,
        sql`select proname::text as name from pg_proc where pronamespace = 'public'::regnamespace and prosecdef and prorettype <> 'trigger'::regtype order by 1`,
      ),
    )
    expect(powerful).toEqual(['rename_account', 'shop_categories', 'shop_shelf'].map((name) => ({ name })))
    const rename = sql`select rename_account(${cast.olga.username}) as done`
    expect(await inScope(asRita().account, rename)).toEqual([{ done: false }])
    await inVain(world.database, async (tx) => {
      for (const as of ['person', 'system', 'public'] as const)
        expect(await answerTo(tx, asRita()[as], rename)).toBe('42501')
      const claim = sql`select claim_username('maison-ours', ${stage.own.rita}, null)`
      for (const as of scopeRoles) expect(await answerTo(tx, asRita()[as], claim)).toBe('42501')
    })
  })

  test('the two that read a shop as the service show to visitors what its window shows', async () => {
    const visit = (statement: SQL) => inScope<object>(asRita().public, statement)
    await stage.as.olga.post(`${stage.ours}/products`, {
      title: 'A secret',
      category: 'Secrets',
      draft: true,
    })
    const shelf = await visit(
      sql`select id, price from shop_shelf(${stage.own.olga}, null, null, null, null, 100) order by id`,
    )
    expect(shelf.length).toBeGreaterThan(5)
    const shop = sql`from shop_products where account_id = ${stage.own.olga}`
    expect(shelf).toEqual(await visit(sql`select id, price ${shop} order by id`))
    expect(
      await visit(sql`select name from shop_categories(${stage.own.olga}, 100) name order by 1`),
    ).toEqual(await visit(sql`select distinct category as name ${shop} and category <> '' order by 1`))
  })

  test('no scope may empty a table, watch it, refer to it or make one', async () => {
    const excess = await asService(world.database, async (tx) => {
      const found: string[] = []
      for (const role of scopeRoles.map((scope) => `stagedoor_${scope}`))
        for (const { name } of await tablesOf(tx))
          found.push(
            ...(
              await rows<{ held: string }>(
                tx,
                sql`select ${`${role} ${name} `} || p as held
            from unnest(array['TRUNCATE', 'TRIGGER', 'REFERENCES']) p where has_table_privilege(${role}, ${name}, p)`,
              )
            ).map(({ held }) => held),
          )
      const makers = await rows(
        tx,
        sql`select r.rolname::text from pg_roles r where r.rolname like 'stagedoor%' and has_schema_privilege(r.rolname, 'public', 'CREATE')`,
      )
      return [...found, ...makers]
    })
    expect(excess).toEqual([])
  })

  test('of the queue a scope reads neither what is in it, nor whose', async () => {
    await inVain(world.database, async (tx) => {
      for (const as of scopeRoles)
        for (const column of ['data', 'name', '*'])
          expect(await answerTo(tx, asRita()[as], sql`select ${sql.raw(column)} from pgboss.job`)).toBe(
            '42501',
          )
    })
  })
})
