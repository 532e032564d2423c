import { type SQL, sql } from 'drizzle-orm'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { cast } from '../cast/people.ts'
import { joinAccount, type SignedInCast, seedProducts } from '../cast/sign-up-cast.ts'
import { queryRows, serviceTransaction } from '../src/platform/database/database.ts'
import { inScope, type Scope, scopeRoles } from '../src/platform/database/scope.ts'
import type { RunningServer } from '../src/server/start.ts'
import {
  findRowLeaks,
  listTables,
  outcomeInScope,
  type RowFilter,
  rowsOfAccount,
  runAndRollBack,
  tablesWithoutRowSecurity,
} from './support/rls-probes.ts'
import { seedEmptyTables } from './support/seed-empty-tables.ts'
import { openWorldWithCast } from './support/test-world.ts'

/*
 * Tests row security, the second protection behind the gate. These statements go directly to the database, like those
 * of a query that forgot its `where`, or of an injection.
 */
type Person = { person: string; email: string }

let world: RunningServer
let stage: SignedInCast
let olga: string
let rita: string
let theirs: RowFilter // the rows of Maison Ours and of its members
let foxes: RowFilter // the rows of Fox & Fern

beforeAll(async () => {
  ;({ world, stage } = await openWorldWithCast({}, 'without jobs'))
  await seedProducts(stage)
  const { as, own, ours, fox } = stage
  await joinAccount(world.app, as, fox, 'bruno', 'support')
  const idOf = async (client: typeof as.olga) => (await client.get('/me')).body.person.id as string
  olga = await idOf(as.olga)
  rita = await idOf(as.rita)
  const team: Person[] = (await as.olga.get(`${ours}/members`)).body.items
  await serviceTransaction(world.database, async (tx) => {
    for (const [account, person] of [
      [own.olga, olga],
      [own.rita, rita],
    ])
      await seedEmptyTables(tx, account as string, person as string)
  })
  theirs = rowsOfAccount(own.olga, team)
  foxes = rowsOfAccount(own.rita, [{ person: rita, email: cast.rita.email }])
})
afterAll(() => world.stop())

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
  test.each(scopeRoles)('Rita, as %s for Fox & Fern, cannot reach any row of Maison Ours', async (as) => {
    expect(
      await runAndRollBack(world.database, (tx) => findRowLeaks(tx, asRita()[as], theirs, locks)),
    ).toEqual([])
  })
  test.each(scopeRoles)('Olga, as %s for Maison Ours, cannot reach any row of Fox & Fern', async (as) => {
    expect(
      await runAndRollBack(world.database, (tx) => findRowLeaks(tx, asOlga()[as], foxes, locks)),
    ).toEqual([])
  })
  test.each([
    { as: 'account', account: '', person: '' },
    { as: 'person', person: '' },
    { as: 'system', account: '' },
  ] as const)('somebody who is not signed in reaches nothing at all as $as', async (scope) => {
    expect(
      await runAndRollBack(world.database, (tx) => findRowLeaks(tx, scope, () => sql`true`, locks)),
    ).toEqual([])
  })
})

describe('these tests would find', () => {
  const leaky = sql`create table leaky (account_id text not null)`
  const bound = sql`alter table leaky enable row level security`
  const filled = () => sql`insert into leaky values (${stage.own.olga})`
  const granted = sql`grant all on leaky to stagedoor_account`

  test('a table without row security, and one without a policy', async () => {
    expect(await serviceTransaction(world.database, tablesWithoutRowSecurity)).toEqual([])
    expect(
      await runAndRollBack(world.database, async (tx) => {
        await tx.execute(leaky)
        const without = await tablesWithoutRowSecurity(tx)
        await tx.execute(bound)
        return [without, await tablesWithoutRowSecurity(tx)]
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
    const found = await runAndRollBack(world.database, async (tx) => {
      for (const statement of [leaky, ...made, filled(), granted]) await tx.execute(statement)
      return findRowLeaks(tx, asRita().account, theirs, 'all locks')
    })
    expect(found).toEqual([
      'leaky: saw 1 rows',
      'leaky: changed rows',
      'leaky: changed rows',
      'leaky: could add a row (done)',
    ])
  })

  test('a table whose rows are assigned to nobody in the test', async () => {
    const found = runAndRollBack(world.database, async (tx) => {
      await tx.execute(sql`create table notes (id text)`)
      return findRowLeaks(tx, asRita().account, theirs, 'all locks')
    })
    await expect(found).rejects.toThrow('whose the rows of notes are')
  })
})

describe('beside the tables', () => {
  const queryInScope = <T>(scope: Scope, statement: SQL) =>
    inScope(world.database, scope, (tx) => queryRows<T>(tx, statement))
  const usernames = async (scope: Scope) =>
    (
      await queryInScope<{ username: string }>(scope, sql`select username from person_usernames order by 1`)
    ).map(({ username }) => username)

  test('views show only people whom the account deals with, its own rows, and what is public', async () => {
    const views = await serviceTransaction(world.database, (tx) =>
      queryRows(
        tx,
        sql`select relname::text as name from pg_class where relnamespace = 'public'::regnamespace and relkind not in ('r', 'p', 'i', 'I') order by 1`,
      ),
    )
    const own = ['order_texts', 'own_auctions', 'own_giveaways', 'product_texts', 'shipment_texts']
    const shown = [
      ...['buyer_conversations', 'buyer_messages', 'conversation_texts', 'person_usernames', ...own],
      ...['auctions', 'chat_lines', 'giveaways', 'lineup', 'shops', 'shows'].map((name) => `public_${name}`),
      ...['shop_photos', 'shop_products'],
    ]
    expect(views).toEqual(shown.sort().map((name) => ({ name })))
    for (const view of own) {
      const texts = sql`select distinct account_id from ${sql.identifier(view)}`
      expect(await queryInScope(asRita().account, texts)).toEqual([{ account_id: stage.own.rita }])
      expect(await queryInScope({ as: 'account', account: '', person: '' }, texts)).toEqual([])
      await expect(queryInScope(asRita().public, texts)).rejects.toMatchObject({ cause: { code: '42501' } })
    }
    expect(await usernames(asRita().account)).toEqual(['bruno-petit', 'fox-and-fern'])
    expect(await usernames(asRita().system)).toEqual(['bruno-petit', 'fox-and-fern'])
    expect(await usernames(asRita().person)).toEqual(['fox-and-fern'])
    expect(await usernames({ as: 'account', account: '', person: '' })).toEqual([])
    const ours = ['edda-lind', 'maison-ours', 'marc-aubert', 'selma-diop', 'theo-blanc']
    expect(await usernames(asOlga().account)).toEqual(ours)
    await expect(usernames(asRita().public)).rejects.toMatchObject({ cause: { code: '42501' } })
  })

  test('the only function with the service’s privileges that writes can rename only one’s own account, to a free username', async () => {
    const powerful = await serviceTransaction(world.database, (tx) =>
      queryRows(
        tx,
        sql`select proname::text as name from pg_proc where pronamespace = 'public'::regnamespace and prosecdef and prorettype <> 'trigger'::regtype order by 1`,
      ),
    )
    expect(powerful).toEqual(
      ['list_shop_products', 'rename_account', 'shop_categories'].map((name) => ({ name })),
    )
    const rename = sql`select rename_account(${cast.olga.username}) as done`
    expect(await queryInScope(asRita().account, rename)).toEqual([{ done: false }])
    await runAndRollBack(world.database, async (tx) => {
      for (const as of ['person', 'system', 'public'] as const)
        expect(await outcomeInScope(tx, asRita()[as], rename)).toBe('42501')
      const claim = sql`select claim_username('maison-ours', ${stage.own.rita}, null)`
      for (const as of scopeRoles) expect(await outcomeInScope(tx, asRita()[as], claim)).toBe('42501')
    })
  })

  test('the two functions that read a shop with the service’s privileges return only what the shop shows to visitors', async () => {
    const visit = (statement: SQL) => queryInScope<object>(asRita().public, statement)
    await stage.as.olga.post(`${stage.ours}/products`, {
      title: 'A secret',
      category: 'Secrets',
      draft: true,
    })
    const shelf = await visit(
      sql`select id, price from list_shop_products(${stage.own.olga}, null, null, null, null, 100) order by id`,
    )
    expect(shelf.length).toBeGreaterThan(5)
    const shop = sql`from shop_products where account_id = ${stage.own.olga}`
    expect(shelf).toEqual(await visit(sql`select id, price ${shop} order by id`))
    expect(
      await visit(sql`select name from shop_categories(${stage.own.olga}, 100) name order by 1`),
    ).toEqual(await visit(sql`select distinct category as name ${shop} and category <> '' order by 1`))
  })

  test('no scope may truncate, reference or create a table, or add a trigger to it', async () => {
    const excess = await serviceTransaction(world.database, async (tx) => {
      const found: string[] = []
      for (const role of scopeRoles.map((scope) => `stagedoor_${scope}`))
        for (const { name } of await listTables(tx))
          found.push(
            ...(
              await queryRows<{ held: string }>(
                tx,
                sql`select ${`${role} ${name} `} || p as held
            from unnest(array['TRUNCATE', 'TRIGGER', 'REFERENCES']) p where has_table_privilege(${role}, ${name}, p)`,
              )
            ).map(({ held }) => held),
          )
      const makers = await queryRows(
        tx,
        sql`select r.rolname::text from pg_roles r where r.rolname like 'stagedoor%' and has_schema_privilege(r.rolname, 'public', 'CREATE')`,
      )
      return [...found, ...makers]
    })
    expect(excess).toEqual([])
  })

  test('a scope can read neither the jobs in the queue nor their accounts', async () => {
    await runAndRollBack(world.database, async (tx) => {
      for (const as of scopeRoles)
        for (const column of ['data', 'name', '*'])
          expect(await outcomeInScope(tx, asRita()[as], sql`select ${sql.raw(column)} from pgboss.job`)).toBe(
            '42501',
          )
    })
  })
})
