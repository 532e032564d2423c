import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { cast } from '../../cast/people.ts'
import { findMemberId, type SignedInCast } from '../../cast/sign-up-cast.ts'
import { openTradeWithFox } from '../../cast/trade-with-fox.ts'
import { makePhoto } from '../../test/support/make-photo.ts'
import { openWorldWithCast } from '../../test/support/test-world.ts'
import type { RunningServer } from '../server/start.ts'

let world: RunningServer
let stage: SignedInCast
/** Fox & Fern's conversation with Maison Ours: the paths for the team and for the buyer's account. */
let team: string
let buyer: string

beforeAll(async () => {
  ;({ world, stage } = await openWorldWithCast({}, 'without jobs'))
  const { as, fox, ours } = stage
  const begun = await as.rita.post(`${fox}/buyer-conversations`, {
    shop: cast.olga.username,
    text: 'Is the bear dishwasher-safe?',
  })
  expect(begun.status).toBe(201)
  team = `${ours}/conversations/${begun.body.conversation}`
  buyer = `${fox}/buyer-conversations/${begun.body.conversation}`
})
afterAll(() => world.stop())

const written = async () =>
  (await stage.as.rita.get(`${buyer}/messages`)).body.items as {
    position: number
    text: string
    side: string
  }[]
const entries = async () => (await stage.as.olga.get(`${team}/entries`)).body.items

describe('a buyer and a team', () => {
  test('a question is unread and unassigned in the inbox; the answer is in the account’s name', async () => {
    const { as, ours } = stage
    const [row] = (await as.theo.get(`${ours}/conversations?view=unread`)).body.items
    expect(row).toMatchObject({ buyerName: 'Fox & Fern', unread: true, assignee: null, closed: null })
    expect((await as.theo.get(`${ours}/conversation-counts`)).body).toMatchObject({
      unread: 1,
      unassigned: 1,
      mine: 0,
    })
    const answer = await as.theo.post(`${team}/messages`, { text: 'It is. Gently.', seen: 1 })
    expect(answer).toMatchObject({ status: 201, body: { number: 2, person: { name: cast.theo.name } } })
    expect(await written()).toMatchObject([
      { position: 1, side: 'buyer', by: cast.rita.name },
      { position: 2, side: 'seller', by: null, text: 'It is. Gently.' },
    ])
    expect(JSON.stringify(await written())).not.toContain(cast.theo.name)
    expect((await as.theo.get(`${ours}/conversations?view=mine`)).body.items).toHaveLength(1)
    expect((await as.rita.get(`${stage.fox}/buyer-conversations`)).body.items[0]).toMatchObject({
      unread: true,
    })
  })

  test('two members cannot answer at the same time without noticing', async () => {
    const { as } = stage
    await as.rita.post(`${buyer}/messages`, { text: 'And the oven?' })
    const [theo, selma] = await Promise.all([
      as.theo.post(`${team}/messages`, { text: 'Up to 120 degrees.', seen: 3 }),
      as.selma.post(`${team}/messages`, { text: 'Rather not.', seen: 3 }),
    ])
    const [first, second] = theo.status === 201 ? [theo, selma] : [selma, theo]
    expect(first.status).toBe(201)
    expect(second).toMatchObject({
      status: 409,
      body: { code: 'answered_meanwhile', by: first.body.person.name },
    })
    const late = second === selma ? as.selma : as.theo
    const anyway = { text: 'To be sure: not the microwave.', seen: 3, anyway: true }
    expect((await late.post(`${team}/messages`, anyway)).status).toBe(201)
    const last = await late.post(`${team}/messages`, { text: 'Or call us.', seen: 3 })
    expect(last.status, 'after one’s own answer, another member’s stays news').toBe(409)
  })

  test('a message sent again with its key appears once; another text with the same key is refused', async () => {
    const { as } = stage
    const sent = { text: 'Thank you both', key: 'key-of-rita-1' }
    const [one, two] = await Promise.all([
      as.rita.post(`${buyer}/messages`, sent),
      as.rita.post(`${buyer}/messages`, sent),
    ])
    expect([one.status, two.status]).toEqual([201, 201])
    expect(one.body.position).toBe(two.body.position)
    expect((await written()).filter(({ text }) => text === sent.text)).toHaveLength(1)
    expect(await as.rita.post(`${buyer}/messages`, { ...sent, text: 'Another' })).toMatchObject({
      status: 422,
      body: { code: 'key_reused' },
    })
  })

  test('each side gets every entry once, and can ask for the entries after a position', async () => {
    const positions = (await written()).map(({ position }) => position)
    expect(positions).toEqual(positions.map((_, nth) => nth + 1))
    expect((await entries()).map(({ position }: { position: number }) => position)).toEqual(
      (await entries()).map((_: unknown, nth: number) => nth + 1),
    )
    const since = (await stage.as.rita.get(`${buyer}/messages?since=2`)).body.items
    expect(since[0].position).toBe(3)
  })

  test('a note is for the team alone: the buyer sees nothing of it anywhere', async () => {
    const { as, fox } = stage
    await as.theo.post(`${team}/notes`, { text: 'Knows Zanzibar the potter' })
    expect((await entries()).at(-1)).toMatchObject({ kind: 'note', number: null })
    const answers = await Promise.all(
      [buyer, `${buyer}/messages`, `${fox}/buyer-conversations`, `${fox}/notifications`].map((path) =>
        as.rita.get(path),
      ),
    )
    for (const { status, body } of answers) {
      expect(status).toBe(200)
      expect(JSON.stringify(body)).not.toContain('Zanzibar')
    }
    expect((await as.olga.get(`${stage.ours}/conversations?search=zanziBAR`)).body.items).toHaveLength(1)
    expect((await as.olga.get(`${stage.ours}/conversations?search=fox%20%26`)).body.items).toHaveLength(1)
    expect((await as.olga.get(`${stage.ours}/conversations?search=zebra`)).body.items).toEqual([])
  })

  test('both sides see how far the other has read', async () => {
    const { as } = stage
    const { messages } = (await as.olga.get(team)).body
    await as.rita.post(`${buyer}/read`, { number: 9999 })
    await as.selma.post(`${team}/read`, { number: messages })
    expect((await as.olga.get(team)).body).toMatchObject({
      buyerRead: messages,
      read: messages,
      unread: false,
    })
    expect((await as.rita.get(buyer)).body).toMatchObject({ read: messages, unread: false })
    expect((await as.olga.patch(team, { unread: true })).body.unread).toBe(true)
  })

  test('reassigning is visible to the team, and a closed conversation reopens when the buyer writes', async () => {
    const { as, ours } = stage
    const selma = await findMemberId(as.olga, ours, cast.selma.name)
    expect((await as.theo.patch(team, { assignee: selma })).body.assignee.name).toBe(cast.selma.name)
    expect((await as.theo.patch(team, { assignee: 'mem_of_nobody' })).status).toBe(404)
    expect((await as.theo.patch(team, { closed: true })).body.closed.by).toBe(cast.theo.name)
    expect((await as.olga.get(`${ours}/conversations?view=closed`)).body.items).toHaveLength(1)
    expect((await as.olga.get(`${ours}/conversations?view=unassigned`)).body.items).toEqual([])
    await as.rita.post(`${buyer}/messages`, { text: 'One more thing' })
    expect((await as.olga.get(team)).body.closed).toBeNull()
    expect((await entries()).slice(-4).map(({ kind }: { kind: string }) => kind)).toEqual([
      'assigned',
      'closed',
      'reopened',
      'text',
    ])
  })

  test('only the two accounts can open a photo', async () => {
    const { as, ours, fox } = stage
    const type = { 'content-type': 'image/png' }
    const sent = await as.rita.post(`${buyer}/photos?key=photo-of-rita`, await makePhoto(), type)
    expect(sent).toMatchObject({ status: 201, body: { kind: 'photo', text: '', photo: { width: 40 } } })
    const again = await as.rita.post(`${buyer}/photos?key=photo-of-rita`, await makePhoto(), type)
    expect(again.body.id).toBe(sent.body.id)
    const bytes = await as.rita.get(sent.body.photo.thumb)
    expect(bytes).toMatchObject({ status: 200, headers: { 'content-type': 'image/webp' } })
    const entry = (await entries()).at(-1)
    expect((await as.theo.get(entry.photo.url)).status).toBe(200)
    expect((await as.bruno.get(entry.photo.url)).status).toBe(404)
    expect((await as.theo.get(sent.body.photo.url)).status).toBe(404)
    expect(
      (await as.rita.get(`${fox}/conversations/${team.split('/').at(-1)}/photos/${entry.id}`)).status,
    ).toBe(404)
    expect((await as.olga.post(`${team}/photos`, Buffer.from('<svg/>'), type)).body.code).toBe('not_an_image')
    expect((await as.olga.get(`${ours}/conversations`)).body.items[0].last).toMatchObject({ text: '' })
  })

  test('a blocked buyer cannot write, and is told so', async () => {
    const { as } = stage
    expect((await as.theo.patch(team, { blocked: true })).body.blocked.by).toBe(cast.theo.name)
    expect((await as.rita.post(`${buyer}/messages`, { text: 'Hello?' })).body.code).toBe('blocked')
    expect((await as.olga.post(`${team}/messages`, { text: 'No' })).body.code).toBe('conversation_blocked')
    await as.olga.patch(team, { blocked: false })
    expect((await as.rita.post(`${buyer}/messages`, { text: 'Hello again' })).status).toBe(201)
  })

  test('the activity of both accounts lists these acts, without any text of the messages', async () => {
    const { as, ours, fox } = stage
    const acts = (await as.olga.get(`${ours}/activity?area=messages`)).body.items.map(
      ({ act }: { act: string }) => act,
    )
    expect(new Set(acts)).toEqual(
      new Set(
        ['replied', 'noted', 'assigned', 'closed', 'blocked', 'unblocked'].map((what) => `messages.${what}`),
      ),
    )
    const spent = (await as.rita.get(`${fox}/activity?area=spending`)).body.items
    expect(spent.filter(({ act }: { act: string }) => act === 'spending.wrote').length).toBeGreaterThan(3)
    expect(JSON.stringify([acts, spent])).not.toContain('dishwasher')
  })
})

describe('the subject of a message', () => {
  test('is a product, a show or an order of these two accounts, and of nobody else', async () => {
    const { as, fox, ours } = stage
    const { order } = await (await openTradeWithFox(stage)).sell()
    const subject = { kind: 'order', id: order }
    const sent = await as.rita.post(`${buyer}/messages`, { text: 'Where is it?', subject })
    expect(sent.body.subject).toMatchObject({ ...subject, title: expect.stringMatching(/^[A-Z0-9-]+$/i) })
    const [row] = (await as.theo.get(`${team}/orders`)).body.items
    expect(row.id).toBe(order)
    for (const unknown of [
      { kind: 'order', id: 'ord_none' },
      { kind: 'product', id: 'prd_none' },
      { kind: 'show', id: 'sho_none' },
    ])
      expect(await as.rita.post(`${buyer}/messages`, { text: 'x', subject: unknown })).toMatchObject({
        status: 422,
      })
    const found = await as.theo.get(`${ours}/orders/${order}/conversation`)
    expect(found.body.conversation).toBe(team.split('/').at(-1))
    expect((await as.rita.get(`${fox}/orders/${order}/conversation`)).status).toBe(404)
  })

  test('fills the placeholders of a saved reply; those without a value remain', async () => {
    const { as, ours } = stage
    const text = 'Dear {buyer}, {order} leaves today. {shop} {weather}'
    const made = await as.theo.post(`${ours}/saved-replies`, { title: 'Leaves today', text })
    expect(made.status).toBe(201)
    const { items } = (await as.selma.get(`${ours}/saved-replies?conversation=${team.split('/').at(-1)}`))
      .body
    expect(items[0].filled).toMatch(/^Dear Fox & Fern, [A-Z0-9-]+ leaves today\. Maison Ours \{weather\}$/i)
    expect((await as.theo.post(`${ours}/saved-replies`, { title: 'LEAVES today', text })).status).toBe(422)
    const path = `${ours}/saved-replies/${made.body.id}`
    expect((await as.marc.patch(path, { title: 'Is gone' })).body).toMatchObject({
      title: 'Is gone',
      by: cast.marc.name,
    })
    expect((await as.marc.delete(path)).status).toBe(200)
    expect((await as.marc.delete(path)).status).toBe(404)
  })
})
