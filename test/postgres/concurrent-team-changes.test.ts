import { sql } from 'drizzle-orm'
import pg from 'pg'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { ApiClient, ApiReply } from '../../cast/api-client.ts'
import { cast } from '../../cast/people.ts'
import { findMemberId, type SignedInCast } from '../../cast/sign-up-cast.ts'
import type { RunningServer } from '../../src/server/start.ts'
import { createTestDatabase, openWorldWithCast } from '../support/test-world.ts'
import {
  countDeadlocks,
  countRows,
  createInvitationLink,
  ensureMember,
  expectSoon,
  readMemberRoles,
  repeatRace,
  runBothAtOnce,
  runConcurrently,
  stopExpectingNoDeadlock,
  whileTeamIsLocked,
} from './support/run-races.ts'

let world: RunningServer
let stage: SignedInCast
let url: string
beforeAll(async () => {
  url = await createTestDatabase('cast')
  ;({ world, stage } = await openWorldWithCast({ DATABASE_URL: url, INVITATIONS_PER_DAY: '100000' }))
})
afterAll(() => stopExpectingNoDeadlock(world, url))

const statusesOf = (replies: ApiReply[]) => replies.map(({ status }) => status)
const member = (path: string, id: string) => `${path}/members/${id}`

describe('eight requests at the same time', () => {
  test('that invite one address leave one pending invitation', () =>
    repeatRace(async (race) => {
      const { as, ours } = stage
      const email = `guest-${race}@example.com`
      const of = sql`invitations where email = ${email}`
      expect(await countRows(world, of)).toBe(0)

      const replies = await runConcurrently(8, (one) =>
        as[one % 2 ? 'marc' : 'olga'].post(`${ours}/invitations`, {
          invitations: [{ email, role: 'seller' }],
        }),
      )

      const results = replies.flatMap(
        ({ body }) => body.results as { status: string; invitation: { id: string } }[],
      )
      expect(results.map(({ status }) => status).sort()).toEqual([
        ...Array(7).fill('already_invited'),
        'sent',
      ])
      expect(new Set(results.map(({ invitation }) => invitation.id)).size).toBe(1)
      expect(await countRows(world, of)).toBe(1)
      expect(await countRows(world, sql`mails where address = ${email}`)).toBe(1)
    }))

  test('really coincide: eight connections wait for the team’s lock, and none of them fails', async () => {
    const { as, ours, own } = stage
    const waiting = sql`pg_stat_activity where datname = current_database() and wait_event = 'advisory'`
    let replies: Promise<ApiReply[]> | undefined

    await whileTeamIsLocked(url, own.olga, async () => {
      replies = runConcurrently(8, (one) =>
        as.olga.post(`${ours}/invitations`, {
          invitations: [{ email: `e${one}@example.com`, role: 'seller' }],
        }),
      )
      await expectSoon(() => countRows(world, waiting)).toBe(8)
    })

    expect(statusesOf((await replies) as ApiReply[])).toEqual(Array(8).fill(200))
  })

  test('that accept one link leave one membership', () =>
    repeatRace(async () => {
      const { as, ours, own } = stage
      const { token } = await createInvitationLink(as.olga, ours, cast.bruno.email, 'support')
      const joinings = sql`activity where act = 'team.joined' and person_name = ${cast.bruno.name}`
      const before = await countRows(world, joinings)
      expect((await as.bruno.get(ours)).status).toBe(404)

      const replies = await runConcurrently(8, () => as.bruno.post('/invitations/accept', { token }))

      expect(statusesOf(replies)).toEqual(Array(8).fill(200))
      for (const { body } of replies) expect(body.account).toMatchObject({ id: own.olga, role: 'support' })
      expect(await countRows(world, joinings)).toBe(before + 1)
      const { body } = await as.olga.get(`${ours}/members`)
      const his = body.items.filter(({ name }: { name: string }) => name === cast.bruno.name)
      expect(his).toHaveLength(1)
      await as.olga.delete(member(ours, his[0].id))
    }))
})

describe('accepting an invitation at the same time as', () => {
  test('cancelling it: exactly one succeeds, and both answers say so', () =>
    repeatRace(async (race) => {
      const { as, ours } = stage
      const { path, token } = await createInvitationLink(as.olga, ours, cast.bruno.email, 'support')

      const [accepted, cancelled] = await runBothAtOnce(
        race,
        () => as.bruno.post('/invitations/accept', { token }),
        () => as.marc.delete(path),
      )

      const joined = accepted.status === 200
      expect((await as.bruno.get(ours)).status).toBe(joined ? 200 : 404)
      if (joined) {
        expect(cancelled).toMatchObject({
          status: 409,
          body: { code: 'invitation_settled', outcome: 'accepted' },
        })
        await as.olga.delete(member(ours, await findMemberId(as.olga, ours, cast.bruno.name)))
      } else {
        expect(accepted).toMatchObject({ status: 410, body: { code: 'invitation_cancelled' } })
        expect(cancelled).toMatchObject({ status: 200, body: { status: 'cancelled' } })
      }
    }))

  test('changing its role: he joins with the role that both answers state', () =>
    repeatRace(async (race) => {
      const { as, ours } = stage
      const { path, token } = await createInvitationLink(as.olga, ours, cast.bruno.email, 'support')

      const [accepted, changed] = await runBothAtOnce(
        race,
        () => as.bruno.post('/invitations/accept', { token }),
        () => as.marc.patch(path, { role: 'seller' }),
      )

      expect(accepted.status).toBe(200)
      const { role } = (await as.bruno.get(ours)).body
      expect(accepted.body.account.role).toBe(role)
      if (role === 'seller') expect(changed).toMatchObject({ status: 200, body: { role: 'seller' } })
      else expect(changed).toMatchObject({ status: 409, body: { outcome: 'accepted' } })
      await as.olga.delete(member(ours, await findMemberId(as.olga, ours, cast.bruno.name)))
    }))

  test('resending it: the old link is accepted before, or no longer works', () =>
    repeatRace(async (race) => {
      const { as, ours } = stage
      const { path, token } = await createInvitationLink(as.olga, ours, cast.bruno.email, 'support')

      const [accepted, resent] = await runBothAtOnce(
        race,
        () => as.bruno.post('/invitations/accept', { token }),
        () => as.marc.post(`${path}/resend`),
      )

      if (accepted.status === 200) {
        expect(resent).toMatchObject({ status: 409, body: { outcome: 'accepted' } })
        await as.olga.delete(member(ours, await findMemberId(as.olga, ours, cast.bruno.name)))
      } else {
        expect(accepted).toMatchObject({ status: 404, body: { code: 'invitation_unknown' } })
        expect(resent).toMatchObject({ status: 200, body: { status: 'pending' } })
        await as.olga.delete(path)
      }
    }))
})

describe('members who manage the team, acting against each other', () => {
  type Blow = (by: ApiClient, id: string) => Promise<ApiReply>
  const remove: Blow = (by, id) => by.delete(member(stage.ours, id))
  const demote: Blow = (by, id) => by.patch(member(stage.ours, id), { role: 'seller' })
  const leaves = (blow: Blow) =>
    blow === remove ? { role: undefined, status: 404 } : { role: 'seller', status: 403 }
  const pairs: [string, Blow, Blow][] = [
    ['remove each other', remove, remove],
    ['demote each other', demote, demote],
    ['remove and demote each other', remove, demote],
  ]

  test.each(pairs)(
    'two Admins %s: one succeeds, and the other no longer has the permission',
    (_, marcs, selmas) =>
      repeatRace(async (race) => {
        const { as } = stage
        const marc = await ensureMember(stage, 'marc', 'admin')
        const selma = await ensureMember(stage, 'selma', 'admin')

        const [ofMarc, ofSelma] = await runBothAtOnce(
          race,
          () => marcs(as.marc, selma),
          () => selmas(as.selma, marc),
        )

        const marcWon = ofMarc.status === 200
        const roles = await readMemberRoles(stage)
        expect(roles[cast.olga.name]).toBe('owner')
        expect(Object.values(roles).filter((role) => role === 'owner')).toHaveLength(1)
        expect(roles[(marcWon ? cast.marc : cast.selma).name]).toBe('admin')
        expect(roles[(marcWon ? cast.selma : cast.marc).name]).toBe(leaves(marcWon ? marcs : selmas).role)
        expect(marcWon ? ofSelma.status : ofMarc.status).toBe(leaves(marcWon ? marcs : selmas).status)
        expect(marcWon ? ofMarc.status : ofSelma.status).toBe(200)
      }),
  )

  test.each(pairs)('the Owner and an Admin %s: the Owner stays', (_, marcs, olgas) =>
    repeatRace(async (race) => {
      const { as, ours } = stage
      const marc = await ensureMember(stage, 'marc', 'admin')
      const olga = await findMemberId(as.olga, ours, cast.olga.name)

      const [ofMarc, ofOlga] = await runBothAtOnce(
        race,
        () => marcs(as.marc, olga),
        () => olgas(as.olga, marc),
      )

      expect(ofOlga.status).toBe(200)
      expect([403, 404]).toContain(ofMarc.status)
      expect(await readMemberRoles(stage)).toMatchObject({ [cast.olga.name]: 'owner' })
      expect((await as.marc.get(ours)).body.role).toBe(leaves(olgas).role)
    }),
  )

  test('eight requests remove one member: one succeeds, and the others find no member', () =>
    repeatRace(async () => {
      const { as } = stage
      await ensureMember(stage, 'marc', 'admin')
      const theo = await ensureMember(stage, 'theo', 'support')

      const replies = await runConcurrently(8, (one) => remove(as[one % 2 ? 'marc' : 'olga'], theo))

      expect(statusesOf(replies).sort()).toEqual([200, ...Array(7).fill(404)])
    }))
})

test('a deadlock would be noticed: PostgreSQL counts one that two connections are made to cause', async () => {
  const other = await createTestDatabase()
  const [one, two] = [new pg.Client({ connectionString: other }), new pg.Client({ connectionString: other })]
  await Promise.all([one.connect(), two.connect()])
  const take = (client: pg.Client, key: number) => client.query('select pg_advisory_xact_lock($1)', [key])
  await Promise.all([one.query('begin'), two.query('begin')])
  await Promise.all([take(one, 1), take(two, 2)])

  const outcomes = await Promise.allSettled([take(one, 2), take(two, 1)])

  await Promise.all([one.end(), two.end()])
  expect(outcomes.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected'])
  await expectSoon(() => countDeadlocks(other)).toBe(1)
})
