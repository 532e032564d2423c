import { sql } from 'drizzle-orm'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type ApiClient, makeApiClient } from '../../cast/api-client.ts'
import { type CastName, cast } from '../../cast/people.ts'
import { findMemberId, type SignedInCast } from '../../cast/sign-up-cast.ts'
import type { RunningServer } from '../../src/server/start.ts'
import { openLivePage } from './support/live-page.ts'
import {
  ensureMember,
  expectSoon,
  repeatRace,
  runBothAtOnce,
  runConcurrently,
  slowRaceCount,
} from './support/run-races.ts'
import { openTwoNodes, type TwoNodes } from './support/two-nodes.ts'

/* Messages that are written at the same moment, on two nodes with one database. */
let nodes: TwoNodes
let [a, b]: [RunningServer, RunningServer] = [] as never
let stage: SignedInCast
let team: string
let buyer: string
beforeAll(async () => {
  nodes = await openTwoNodes(0)
  ;({ a, b, stage } = nodes)
  const begun = await asks('Is the bear dishwasher-safe?')
  team = `${stage.ours}/conversations/${begun.body.conversation}`
  buyer = `${stage.fox}/buyer-conversations/${begun.body.conversation}`
})
afterAll(() => nodes.close())

const onB = (name: CastName): ApiClient => makeApiClient(b.app, stage.as[name].cookie)
const asks = (text: string, by = stage.as.rita) =>
  by.post(`${stage.fox}/buyer-conversations`, { shop: cast.olga.username, text })
type Place = { position: number; text: string; kind: string }
/** All entries of a side from the first, as an open page collects them. */
async function all(client: ApiClient, path: string): Promise<Place[]> {
  const found: Place[] = []
  for (;;) {
    const { items, next } = (await client.get(`${path}?since=${found.length}`)).body
    found.push(...items)
    if (next === null) return found
  }
}
const gapless = (places: Place[]) =>
  expect(places.map(({ position }) => position)).toEqual(places.map((_, nth) => nth + 1))

test('the first messages of two tabs create one conversation', () =>
  repeatRace(async (race) => {
    await a.database.db.execute(sql`delete from conversations where buyer_id = ${stage.own.selma}`)
    const first = (by: ApiClient) =>
      by.post(`/accounts/${stage.own.selma}/buyer-conversations`, {
        shop: cast.rita.username,
        text: 'Hello',
      })
    const [one, other] = await runBothAtOnce(
      race,
      () => first(stage.as.selma),
      () => first(onB('selma')),
    )
    expect([one.status, other.status]).toEqual([201, 201])
    expect(one.body.conversation).toBe(other.body.conversation)
    expect([one.body.message.position, other.body.message.position].sort()).toEqual([1, 2])
  }))

test('a buyer and four members write, add notes, read and assign at the same time, and no position is missing or used twice', () =>
  repeatRace(async () => {
    const before = (await all(stage.as.olga, `${team}/entries`)).length
    const theo = await findMemberId(stage.as.olga, stage.ours, cast.theo.name)
    const written = await runConcurrently(40, (nth) => {
      const by =
        nth % 2 ? stage.as : { rita: onB('rita'), marc: onB('marc'), selma: onB('selma'), theo: onB('theo') }
      const text = `line ${nth}`
      return [
        () => by.rita.post(`${buyer}/messages`, { text, key: `rita-key-${before}-${nth}` }),
        () => by.selma.post(`${team}/messages`, { text }),
        () => by.theo.post(`${team}/notes`, { text }),
        () => by.marc.patch(team, { assignee: nth % 8 === 3 ? theo : null }),
        () => by.theo.post(`${team}/read`, { number: nth }),
      ][nth % 5]?.() as ReturnType<ApiClient['post']>
    })
    expect(written.map(({ status }) => status).filter((status) => status > 201)).toEqual([])
    gapless(await all(stage.as.olga, `${team}/entries`))
    gapless(await all(stage.as.rita, `${buyer}/messages`))
  }, slowRaceCount))

test('a message sent ten times at once with one key, on two nodes, is stored once', () =>
  repeatRace(async (race) => {
    const text = `once ${race}`
    const sent = await runConcurrently(10, (nth) =>
      (nth % 2 ? stage.as.rita : onB('rita')).post(`${buyer}/messages`, {
        text,
        key: `once-and-only-${race}`,
      }),
    )
    expect(new Set(sent.map(({ status, body }) => `${status} ${body.position}`)).size).toBe(1)
    const found = await all(stage.as.rita, `${buyer}/messages`)
    expect(found.filter((message) => message.text === text)).toHaveLength(1)
  }))

test('if two members answer the same question, one of them is told that the other did', () =>
  repeatRace(async (race) => {
    const { body } = await stage.as.rita.post(`${buyer}/messages`, { text: `And the oven? ${race}` })
    const seen = body.position
    const [one, other] = await runBothAtOnce(
      race,
      () => stage.as.selma.post(`${team}/messages`, { text: 'Yes', seen }),
      () => onB('theo').post(`${team}/messages`, { text: 'No', seen }),
    )
    expect([one.status, other.status].sort()).toEqual([201, 409])
  }))

test('a removed member writes nothing after the removal, and their conversations are assigned to the Owner', () =>
  repeatRace(async () => {
    const theo = await ensureMember(stage, 'theo', 'support')
    await stage.as.olga.patch(team, { assignee: theo })
    const page = await openLivePage(a, stage.as.theo, stage.ours)
    let removed = false
    const writing = runConcurrently(4, async (nth) => {
      const by = nth % 2 ? stage.as.theo : onB('theo')
      for (let turn = 0; turn < 200; turn++) {
        const { status } = await by.post(`${team}/messages`, { text: `from Théo ${nth}` })
        if (status !== 201) return
      }
    })
    const buyers = runConcurrently(2, async () => {
      while (!removed) await onB('rita').post(`${buyer}/messages`, { text: 'Hello?' })
    })
    await expectSoon(() => page.heard.length).toBeGreaterThan(3)
    const gone = await stage.as.olga.delete(`${stage.ours}/members/${theo}`)
    expect(gone.status).toBe(200)
    const last = (await all(stage.as.olga, `${team}/entries`)).length
    const { code } = await page.closed
    expect(code).toBe(4404)
    const heard = page.heard.length
    removed = true
    await Promise.all([writing, buyers])
    await stage.as.rita.post(`${buyer}/messages`, { text: 'Anybody there?' })
    expect(page.heard).toHaveLength(heard)
    const late = (await all(stage.as.olga, `${team}/entries`)).slice(last)
    expect(late.filter(({ text }) => text.startsWith('from Théo'))).toEqual([])
    expect((await stage.as.olga.get(team)).body.assignee.name).toBe(cast.olga.name)
  }, slowRaceCount))

test('a conversation assigned to a member who is being removed belongs to the Owner or was not assigned', () =>
  repeatRace(async (race) => {
    const theo = await ensureMember(stage, 'theo', 'support')
    await stage.as.olga.patch(team, { assignee: null })
    const [given, removed] = await runBothAtOnce(
      race,
      () => onB('marc').patch(team, { assignee: theo }),
      () => stage.as.olga.delete(`${stage.ours}/members/${theo}`),
    )
    expect(removed.status).toBe(200)
    expect([200, 404, 409]).toContain(given.status)
    const { assignee } = (await stage.as.olga.get(team)).body
    expect(assignee?.name ?? null).toBe(given.status === 200 ? cast.olga.name : null)
  }))

test('when a buyer’s account is erased, nothing that they wrote remains', async () => {
  const text = `a secret of Selma's`
  await stage.as.selma.post(`/accounts/${stage.own.selma}/buyer-conversations`, {
    shop: cast.rita.username,
    text,
  })
  await a.database.db.execute(sql`delete from accounts where id = ${stage.own.selma}`)
  const inbox = (await stage.as.rita.get(`${stage.fox}/conversations`)).body.items
  expect(inbox).toMatchObject([{ buyerName: null, last: { text: '' } }])
  const left = await stage.as.rita.get(`${stage.fox}/conversations/${inbox[0].id}/entries`)
  expect(JSON.stringify(left.body)).not.toContain('secret')
  const answer = await stage.as.rita.post(`${stage.fox}/conversations/${inbox[0].id}/messages`, {
    text: 'Hello?',
  })
  expect(answer.body.code).toBe('buyer_gone')
})
