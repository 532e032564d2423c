import { type SQL, sql } from 'drizzle-orm'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type SignedInCast, seedProducts } from '../cast/sign-up-cast.ts'
import { queryRows, serviceTransaction, type Tx } from '../src/platform/database/database.ts'
import { inScope, type Scope } from '../src/platform/database/scope.ts'
import type { RunningServer } from '../src/server/start.ts'
import { grantAllPrivileges, outcomeInScope, runAndRollBack, tryInScope } from './support/rls-probes.ts'
import { openWorldWithCast } from './support/test-world.ts'

/*
 * What the database guarantees by itself, also within one's own account, and against a scope that has all privileges.
 */
let world: RunningServer
let stage: SignedInCast
let person: Record<'olga' | 'marc' | 'rita' | 'bruno' | 'edda', string>

beforeAll(async () => {
  ;({ world, stage } = await openWorldWithCast({}, 'without jobs'))
  await seedProducts(stage)
  const idOf = async (name: keyof SignedInCast['as']) =>
    (await stage.as[name].get('/me')).body.person.id as string
  person = {
    olga: await idOf('olga'),
    marc: await idOf('marc'),
    rita: await idOf('rita'),
    bruno: await idOf('bruno'),
    edda: await idOf('edda'),
  }
  await serviceTransaction(world.database, (tx) =>
    tx.execute(sql`insert into activity_seals (account_id, number, rows, last_at, last_id, hash)
      values (${stage.own.olga}, 1000, 1, now(), 'act_x', 'x')`),
  )
})
afterAll(() => world.stop())

const marc = (): Scope => ({ as: 'account', account: stage.own.olga, person: person.marc })

/** All scopes for Maison Ours, including its Owner's. */
const scopes = (): Scope[] => [
  { as: 'account', account: stage.own.olga, person: person.olga },
  marc(),
  { as: 'person', person: person.olga },
  { as: 'person', person: person.marc },
  { as: 'system', account: stage.own.olga },
  { as: 'public' },
]

/**
 * What `look` finds, and the outcome of the statement in each scope: with the scope's own privileges, and with all of
 * them.
 */
const outcomes = <T>(statement: SQL, look: (tx: Tx) => Promise<T>) =>
  runAndRollBack(world.database, async (tx) => {
    const before = await look(tx)
    const found = []
    for (const privileges of ['own', 'every']) {
      if (privileges === 'every') await grantAllPrivileges(tx)
      for (const scope of scopes())
        found.push({ privileges, ...(await tryInScope(tx, scope, statement, look)) })
    }
    return { before, found }
  })

describe('the Owner', () => {
  const owner = () => sql`account_id = ${stage.own.olga} and role = 'owner'`
  const state = (tx: Tx) => queryRows(tx, sql`select person_id, role, ends_at from members where ${owner()}`)
  const changes = {
    'is not demoted': () => sql`update members set role = 'admin' where ${owner()}`,
    'is not ended by the clock': () => sql`update members set ends_at = now() where ${owner()}`,
    'is not exchanged': () => sql`update members set person_id = ${person.rita} where ${owner()}`,
    'is not moved elsewhere': () => sql`update members set account_id = ${stage.own.rita} where ${owner()}`,
    'is not removed': () => sql`delete from members where ${owner()}`,
    'is joined by no second one': () =>
      sql`insert into members (account_id, id, person_id, role)
        values (${stage.own.olga}, 'mem_x', ${person.rita}, 'owner')`,
    'is not succeeded by an Admin': () =>
      sql`update members set role = 'owner' where account_id = ${stage.own.olga} and person_id = ${person.marc}`,
  }

  test.each(Object.entries(changes))('%s, in every scope', async (_, statement) => {
    const premise = [{ person_id: person.olga, role: 'owner', ends_at: null }]
    const { before, found } = await outcomes(statement(), state)
    expect(before).toEqual(premise)
    for (const after of found) expect(after.found).toEqual(premise)
  })

  test('cannot even be demoted by the service, except by the operator’s transfer, which no scope can imitate', async () => {
    await runAndRollBack(world.database, async (tx) => {
      const demote = changes['is not demoted']()
      await expect(tx.transaction((inner) => inner.execute(demote))).rejects.toMatchObject({
        cause: { code: 'SD001' },
      })
      await tx.execute(sql`select set_config('app.transfer', ${stage.own.olga}, true)`)
      expect(await outcomeInScope(tx, marc(), demote)).toBe('SD001')
      await tx.execute(demote)
      expect(await state(tx)).toEqual([])
    })
  })
})

describe('ledgers only grow', () => {
  test.each(['activity', 'activity_seals', 'stock_movements'])('%s', async (ledger) => {
    const name = sql.identifier(ledger)
    const state = (tx: Tx) =>
      queryRows(tx, sql`select md5(string_agg(t::text, '|' order by t)), count(*)::int from ${name} t`)
    for (const statement of [sql`update ${name} set account_id = account_id`, sql`delete from ${name}`]) {
      const { before, found } = await outcomes(statement, state)
      expect(before).toMatchObject([{ count: expect.toSatisfy((count) => count > 0) }])
      for (const after of found) {
        expect(after.found).toEqual(before)
        if (after.privileges === 'own') expect(after.answer).toBe('42501')
      }
      const byTheService = serviceTransaction(world.database, (tx) => tx.execute(statement))
      await expect(byTheService).rejects.toMatchObject({ cause: { code: 'SD002' } })
    }
  })

  test('and stock never falls below zero', async () => {
    const [belt] = (await stage.as.marc.get(`${stage.ours}/products?search=belt`)).body.items
    expect(belt.quantity).toBe(2)
    const taking = (quantity: number) =>
      sql`insert into stock_movements (account_id, id, product_id, quantity, reason, person_id, person_name)
        values (${stage.own.olga}, 'mov_x', ${belt.id}, ${-quantity}, 'damaged', ${person.marc}, 'Marc')`
    await runAndRollBack(world.database, async (tx) => {
      expect(await outcomeInScope(tx, marc(), taking(3))).toBe('SD003')
      expect(await outcomeInScope(tx, marc(), taking(2))).toBe('done')
    })
  })
})

describe('columns that are hidden even from scopes that see the row', () => {
  const secrets = [
    ['account', 'select token from sessions'],
    ['account', 'select * from sessions'],
    ['account', 'select hold from people'],
    ['account', 'select wish from people'],
    ['account', 'select * from people'],
    ['account', 'select sealed from mails'],
    ['account', 'select address from mails'],
    ['account', 'select access_token, refresh_token from credentials'],
    ['account', 'select key from attempts'],
    ['person', 'select token from sessions'],
    ['person', 'select hold from people'],
    ['person', 'select status from mails'],
    ['person', 'select secret from two_factors'],
    ['person', `update people set email = 'x@example.com'`],
    ['person', 'update people set email_verified = true'],
    ['person', 'update people set two_factor_enabled = false'],
    ['person', `update credentials set provider_id = 'x'`],
    ['person', `update invitations set role = 'admin'`],
    ['account', `update accounts set username = 'x'`],
    ['account', `update accounts set currency = 'USD'`],
    ['account', `update invitations set email = 'x@example.com'`],
    ['account', 'update members set person_id = person_id'],
    ['system', 'select token from sessions'],
    ['system', 'select password from credentials'],
    ['system', 'select sealed from mails'],
  ] as const
  test.each(secrets)('as %s: %s', async (as, statement) => {
    const scope = scopes().find((one) => one.as === as) as Scope
    expect(await runAndRollBack(world.database, (tx) => outcomeInScope(tx, scope, sql.raw(statement)))).toBe(
      '42501',
    )
  })

  test('and of the credentials, only one’s own are visible', async () => {
    const found = await inScope(world.database, marc(), (tx) =>
      queryRows(tx, sql`select person_id from credentials`),
    )
    expect(found).toEqual([{ person_id: person.marc }])
  })
})

describe('joining needs a pending invitation', () => {
  const joining = (who: string, role: string) =>
    sql`insert into members (account_id, id, person_id, role) values (${stage.own.olga}, 'mem_x', ${who}, ${role})`
  const rita = (): Scope => ({ as: 'person', person: person.rita })
  const bruno = (): Scope => ({ as: 'person', person: person.bruno })

  test('nobody can make themselves a member, or become one again', async () => {
    await runAndRollBack(world.database, async (tx) => {
      expect(await outcomeInScope(tx, rita(), joining(person.rita, 'support'))).toBe('42501')
      expect(await outcomeInScope(tx, bruno(), joining(person.bruno, 'support'))).toBe('42501')
    })
  })

  test('an invited person joins with the role of the invitation, and nobody else can join in their place', async () => {
    await runAndRollBack(world.database, async (tx) => {
      await tx.execute(sql`insert into invitations (account_id, id, email, role, language, invited_by, expires_at)
        values (${stage.own.olga}, 'inv_x', 'RITA@fox-and-fern.example', 'support', 'en', ${person.marc}, now() + interval '1 day')`)
      expect(await outcomeInScope(tx, rita(), joining(person.rita, 'admin'))).toBe('42501')
      expect(await outcomeInScope(tx, rita(), joining(person.rita, 'owner'))).toBe('42501')
      expect(await outcomeInScope(tx, rita(), joining(person.bruno, 'support'))).toBe('42501')
      expect(await outcomeInScope(tx, bruno(), joining(person.bruno, 'support'))).toBe('42501')
      expect(await outcomeInScope(tx, rita(), joining(person.rita, 'support'))).toBe('done')
    })
  })

  test('a person whose access has ended can neither see the account nor add rows to it', async () => {
    const forged = [
      sql`insert into activity (account_id, id, person_id, person_name, account_name, area, act)
        select ${stage.own.olga}, 'act_x', current_setting('app.person'), 'x', 'x', 'team', 'team.joined'`,
      sql`insert into mails (id, account_id, address, kind, language, sealed)
        values ('mai_x', ${stage.own.olga}, 'olga@maison-ours.example', 'confirm', 'en', 'x')`,
    ]
    const seeing = sql`select 1 from accounts where id = ${stage.own.olga}`
    await runAndRollBack(world.database, async (tx) => {
      await tx.execute(
        sql`update members set ends_at = now() - interval '1 hour' where person_id = ${person.edda} and account_id = ${stage.own.olga}`,
      )
      for (const who of [person.bruno, person.edda]) {
        const scope: Scope = { as: 'person', person: who }
        expect((await tryInScope(tx, scope, seeing, async () => 0)).rows).toBe(0)
        for (const statement of forged) expect(await outcomeInScope(tx, scope, statement)).toBe('42501')
      }
    })
  })

  test('an answered or cancelled invitation cannot change any more', async () => {
    const revive = sql`update invitations set outcome = null, settled_at = null`
    const settled = (tx: Tx) =>
      queryRows(tx, sql`select id from invitations where outcome is not null order by id`)
    const [before, ...after] = await runAndRollBack(world.database, async (tx) => [
      await settled(tx),
      (await tryInScope(tx, bruno(), revive, settled)).found,
      (await tryInScope(tx, rita(), revive, settled)).found,
    ])
    expect(before?.length).toBeGreaterThan(0)
    expect(after).toEqual([before, before])
  })
})
