import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type Client, clientOf, signIn } from '../../cast/client.ts'
import { loadCast, type Stage } from '../../cast/load.ts'
import { cast, password } from '../../cast/people.ts'
import type { Running } from '../../src/start.ts'
import { freshDatabase, openWorld } from '../world.ts'
import { eachRace, restored, soon } from './race.ts'
import { listenBeside } from './referee.ts'
import { openPage, refusal } from './socket.ts'
import { writeAtFullSpeed } from './writers.ts'

let world: Running
let stage: Stage
let url: string
beforeAll(async () => {
  url = await freshDatabase()
  world = await openWorld({ DATABASE_URL: url, INVITATIONS_PER_DAY: '100000' })
  stage = await loadCast(world.app)
})
afterAll(() => world.stop())

const open = (client: Client, account = stage.ours, headers = {}) => openPage(world, client, account, headers)
const product = { title: 'Ceramic bear', price: 1600, quantity: 1 }
const sell = () => stage.as.marc.post(`${stage.ours}/products`, product)
const memberPath = async (name: 'marc' | 'selma' | 'theo', role: 'admin' | 'seller' | 'support') =>
  `${stage.ours}/members/${await restored(stage, name, role)}`

describe('what an open page hears', () => {
  test('hello first, then every change in the order in which it was made', async () => {
    const { as, ours } = stage
    const theo = await memberPath('theo', 'support')
    const page = await open(as.selma)
    expect(page.heard).toEqual(['hello'])

    await sell()
    await as.olga.patch(ours, { name: 'Maison Ours & Fils' })
    await as.olga.patch(theo, { endsAt: new Date(Date.now() + 3_600_000).toISOString() })
    await sell()
    await as.olga.patch(theo, { endsAt: null })

    const told = ['hello', 'products', 'account', 'members', 'products', 'members']
    await soon(() => page.heard).toEqual(told)
    page.leave()
  })

  test('what only Admins may know reaches the Admin, and not Support', async () => {
    const { as, ours } = stage
    await restored(stage, 'theo', 'support')
    const [marc, theo] = [await open(as.marc), await open(as.theo)]

    await as.olga.post(`${ours}/invitations`, {
      invitations: [{ email: 'nadia@example.com', role: 'seller' }],
    })
    await sell()

    await soon(() => theo.heard).toContain('products')
    expect(marc.heard.slice(0, 2)).toEqual(['hello', 'invitations'])
    expect(theo.heard).toEqual(['hello', 'products'])
    marc.leave()
    theo.leave()
  })

  test('nothing of another account', async () => {
    const { as, fox } = stage
    const [olga, rita] = [await open(as.olga), await open(as.rita, fox)]

    await as.rita.post(`${fox}/products`, product)

    await soon(() => rita.heard).toEqual(['hello', 'products'])
    expect(olga.heard).not.toContain('products')
    olga.leave()
    rita.leave()
  })
})

describe('who may listen', () => {
  test('nobody, an outsider and another site are refused before the upgrade', async () => {
    const { as, ours } = stage
    const foreign = { origin: 'https://elsewhere.example' }
    await expect(refusal(open(clientOf(world.app)))).resolves.toBe(401)
    await expect(refusal(open(as.rita))).resolves.toBe(404)
    await expect(refusal(open(as.bruno))).resolves.toBe(404)
    await soon(() => refusal(open(as.edda))).toBe(404)
    await expect(refusal(open(as.olga, '/accounts/acc_nowhere'))).resolves.toBe(404)
    await expect(refusal(open(as.olga, ''))).resolves.toBe(404)
    await expect(refusal(open(as.olga, ours, foreign))).resolves.toBe(403)
    await expect(refusal(open(as.olga, ours, { origin: 'null' }))).resolves.toBe(403)
    await expect(refusal(open(as.olga, ours, { origin: 'http://localhost' }))).resolves.toBeUndefined()
  })

  test('whoever opens a page while being removed is not left with it open', () =>
    eachRace(async (race) => {
      const { as } = stage
      const selma = await memberPath('selma', 'seller')

      const opening = [0, 1, 2, 3].map(async (nth) => {
        // Spread over the time that a removal takes.
        await new Promise((later) => setTimeout(later, nth * (1 + (race % 5))))
        return open(as.selma).catch(({ status }) => status as number)
      })
      const removed = await as.olga.delete(selma)
      expect(removed.status).toBe(200)

      for (const page of await Promise.all(opening)) {
        if (typeof page === 'number') expect(page).toBe(404)
        else expect((await page.closed).code).toBe(4404)
      }
    }))
})

describe('what closes an open page', () => {
  test('a removal: everything committed before it was heard, and nothing that came after', () =>
    eachRace(async () => {
      const { as, own } = stage
      const selma = await memberPath('selma', 'seller')
      const referee = await listenBeside(url)
      const [hers, olgas] = [await open(as.selma), await open(as.olga)]
      const writers = writeAtFullSpeed(8, [as.marc, as.olga], sell)
      await writers.reached(20)

      expect((await as.olga.delete(selma)).status).toBe(200)
      const { code } = await hers.closed
      await writers.reached(20)
      await writers.finish()

      const told = await referee.inOrder(own.olga, writers.answers.length)
      expect(code).toBe(4404)
      expect(hers.heard).toEqual(['hello', ...told.before('seller')])
      expect(told.after('seller').filter((what) => what === 'products').length).toBeGreaterThanOrEqual(20)
      // The mail that a removal sends tells of invitations whenever it has left: that has no place in the order.
      const inOrder = (events: string[]) => events.filter((what) => what !== 'invitations')
      const all = inOrder(['hello', ...told.before('owner'), ...told.after('owner')])
      await soon(() => inOrder(olgas.heard).slice(0, all.length)).toEqual(all)
      olgas.leave()
    }))

  test('a new role: closed to be opened anew, with what the new role may hear', async () => {
    const { as, ours } = stage
    const marc = await memberPath('marc', 'admin')
    const before = await open(as.marc)

    await as.olga.patch(marc, { role: 'support' })

    expect((await before.closed).code).toBe(4409)
    const anew = await open(as.marc)
    await as.olga.post(`${ours}/invitations`, {
      invitations: [{ email: 'jules@example.com', role: 'seller' }],
    })
    await as.olga.post(`${ours}/products`, product)
    await soon(() => anew.heard).toEqual(['hello', 'products'])
    anew.leave()
  })

  test('the end of its sign-in, however it ended; the person’s other pages stay', async () => {
    const { as, ours } = stage
    const { email } = cast.theo
    await restored(stage, 'theo', 'support')
    const signedIn = await Promise.all([1, 2, 3].map(() => signIn(world.app, email)))
    const [phone, tablet, laptop] = signedIn as [Client, Client, Client]
    const here = await open(as.theo)
    const [onPhone, onTablet, onLaptop] = [await open(phone), await open(tablet), await open(laptop)]

    await phone.post('/api/auth/sign-out')
    expect((await onPhone.closed).code).toBe(4401)

    const { items } = (await tablet.get('/me/sessions')).body
    const { id } = items.find(({ current }: { current: boolean }) => current)
    await as.theo.delete(`/me/sessions/${id}`)
    expect((await onTablet.closed).code).toBe(4401)

    await as.theo.delete('/me/sessions')
    expect((await onLaptop.closed).code).toBe(4401)
    expect(here.isOpen()).toBe(true)
    expect((await as.theo.get(ours)).status).toBe(200)
    here.leave()
  })

  test('a new password: the person’s other pages close', async () => {
    const { as } = stage
    const elsewhere = await open(await signIn(world.app, cast.rita.email), stage.fox)
    const here = await open(as.rita, stage.fox)

    const changed = await as.rita.post(`${stage.fox}/password`, {
      current: password,
      new: 'another door 2026',
    })

    expect(changed.status).toBe(200)
    expect((await elsewhere.closed).code).toBe(4401)
    expect(here.isOpen()).toBe(true)
    here.leave()
  })

  test('the clock: at the time, within a second', async () => {
    const { as, ours } = stage
    const theo = await memberPath('theo', 'support')
    const endsAt = new Date(Date.now() + 2500)
    await as.olga.patch(theo, { endsAt: endsAt.toISOString() })
    const page = await open(as.theo)

    const { code, at } = await page.closed

    expect(code).toBe(4404)
    expect(at - endsAt.getTime()).toBeGreaterThanOrEqual(-50)
    expect(at - endsAt.getTime()).toBeLessThan(1000)
    expect((await as.theo.get(ours)).status).toBe(404)
  })

  test('the account’s closing: its members’ pages, and not its Owner’s', async () => {
    const { as, ours } = stage
    await restored(stage, 'selma', 'seller')
    const [olga, selma] = [await open(as.olga), await open(as.selma)]

    await as.olga.delete(ours, { password })

    expect((await selma.closed).code).toBe(4404)
    await soon(() => olga.heard).toContain('account')
    expect(olga.isOpen()).toBe(true)
    await expect(refusal(open(as.selma))).resolves.toBe(404)
    await as.olga.post(`${ours}/restore`)
    await expect(refusal(open(as.selma))).resolves.toBeUndefined()
    olga.leave()
  })
})
