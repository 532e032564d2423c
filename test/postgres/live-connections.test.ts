import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type ApiClient, makeApiClient, signInByApi } from '../../cast/api-client.ts'
import { cast, castPassword } from '../../cast/people.ts'
import type { SignedInCast } from '../../cast/sign-up-cast.ts'
import type { RunningServer } from '../../src/server/start.ts'
import { measureLateness } from '../support/measure-lateness.ts'
import { createTestDatabase, openWorldWithCast } from '../support/test-world.ts'
import { startConcurrentWriters } from './support/concurrent-writers.ts'
import { listenToEvents } from './support/event-listener.ts'
import { openLivePage, upgradeRefusalStatus } from './support/live-page.ts'
import { ensureMember, expectSoon, repeatRace } from './support/run-races.ts'

let world: RunningServer
let stage: SignedInCast
let url: string
beforeAll(async () => {
  url = await createTestDatabase('cast')
  ;({ world, stage } = await openWorldWithCast({ DATABASE_URL: url, INVITATIONS_PER_DAY: '100000' }))
})
afterAll(() => world.stop())

const open = (client: ApiClient, account = stage.ours, headers = {}) =>
  openLivePage(world, client, account, headers)
const product = { title: 'Ceramic bear', price: 1600, quantity: 1 }
const sell = () => stage.as.marc.post(`${stage.ours}/products`, product)
const memberPath = async (name: 'marc' | 'selma' | 'theo', role: 'admin' | 'seller' | 'support') =>
  `${stage.ours}/members/${await ensureMember(stage, name, role)}`

describe('an open page receives', () => {
  test('hello first, then every change in the order of the commits', async () => {
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
    await expectSoon(() => page.heard).toEqual(told)
    page.leave()
  })

  test('events for Admins as an Admin, but not as Support', async () => {
    const { as, ours } = stage
    await ensureMember(stage, 'theo', 'support')
    const [marc, theo] = [await open(as.marc), await open(as.theo)]

    await as.olga.post(`${ours}/invitations`, {
      invitations: [{ email: 'nadia@example.com', role: 'seller' }],
    })
    await sell()

    await expectSoon(() => theo.heard).toContain('products')
    expect(marc.heard.slice(0, 2)).toEqual(['hello', 'invitations'])
    expect(theo.heard).toEqual(['hello', 'products'])
    marc.leave()
    theo.leave()
  })

  test('nothing about another account', async () => {
    const { as, fox } = stage
    const [olga, rita] = [await open(as.olga), await open(as.rita, fox)]

    await as.rita.post(`${fox}/products`, product)

    await expectSoon(() => rita.heard).toEqual(['hello', 'products'])
    expect(olga.heard).not.toContain('products')
    olga.leave()
    rita.leave()
  })
})

describe('opening a live connection', () => {
  test('without a session, as an outsider or from another site is refused before the upgrade', async () => {
    const { as, ours } = stage
    const foreign = { origin: 'https://elsewhere.example' }
    await expect(upgradeRefusalStatus(open(makeApiClient(world.app)))).resolves.toBe(401)
    await expect(upgradeRefusalStatus(open(as.rita))).resolves.toBe(404)
    await expect(upgradeRefusalStatus(open(as.bruno))).resolves.toBe(404)
    await expectSoon(() => upgradeRefusalStatus(open(as.edda))).toBe(404)
    await expect(upgradeRefusalStatus(open(as.olga, '/accounts/acc_nowhere'))).resolves.toBe(404)
    await expect(upgradeRefusalStatus(open(as.olga, ''))).resolves.toBe(404)
    await expect(upgradeRefusalStatus(open(as.olga, ours, foreign))).resolves.toBe(403)
    await expect(upgradeRefusalStatus(open(as.olga, ours, { origin: 'null' }))).resolves.toBe(403)
    await expect(
      upgradeRefusalStatus(open(as.olga, ours, { origin: 'http://localhost' })),
    ).resolves.toBeUndefined()
  })

  test('while being removed never leaves it open', () =>
    repeatRace(async (race) => {
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

describe('an open page is closed by', () => {
  test('a removal, after everything committed before it and nothing after it was received', () =>
    repeatRace(async () => {
      const { as, own } = stage
      const selma = await memberPath('selma', 'seller')
      const referee = await listenToEvents(url)
      const [hers, olgas] = [await open(as.selma), await open(as.olga)]
      const writers = startConcurrentWriters(8, [as.marc, as.olga], sell)
      await writers.reached(20)

      expect((await as.olga.delete(selma)).status).toBe(200)
      const { code } = await hers.closed
      await writers.reached(20)
      await writers.finish()

      const told = await referee.inOrder(own.olga, writers.answers.length)
      expect(code).toBe(4404)
      expect(hers.heard).toEqual(['hello', ...told.before('seller')])
      expect(told.after('seller').filter((what) => what === 'products').length).toBeGreaterThanOrEqual(20)
      // The mail of a removal changes its status whenever it is sent, so that event has no fixed place in the order.
      const inOrder = (events: string[]) => events.filter((what) => what !== 'invitations')
      const all = inOrder(['hello', ...told.before('owner'), ...told.after('owner')])
      await expectSoon(() => inOrder(olgas.heard).slice(0, all.length)).toEqual(all)
      olgas.leave()
    }))

  test('a changed role, and opened again with the events that the new role may receive', async () => {
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
    await expectSoon(() => anew.heard).toEqual(['hello', 'products'])
    anew.leave()
  })

  test('the end of its session, however it ended; the person’s other pages stay open', async () => {
    const { as, ours } = stage
    const { email } = cast.theo
    await ensureMember(stage, 'theo', 'support')
    const signedIn = await Promise.all([1, 2, 3].map(() => signInByApi(world.app, email)))
    const [phone, tablet, laptop] = signedIn as [ApiClient, ApiClient, ApiClient]
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

  test('a changed password, which closes the person’s other pages', async () => {
    const { as } = stage
    const elsewhere = await open(await signInByApi(world.app, cast.rita.email), stage.fox)
    const here = await open(as.rita, stage.fox)

    const changed = await as.rita.post(`${stage.fox}/password`, {
      current: castPassword,
      new: 'another door 2026',
    })

    expect(changed.status).toBe(200)
    expect((await elsewhere.closed).code).toBe(4401)
    expect(here.isOpen()).toBe(true)
    here.leave()
  })

  test('the end date of access, within a second', async () => {
    const { as, ours } = stage
    const theo = await memberPath('theo', 'support')
    const endsAt = new Date(Date.now() + 2500)
    await as.olga.patch(theo, { endsAt: endsAt.toISOString() })
    const page = await open(as.theo)
    const lateness = measureLateness()

    const { code, at } = await page.closed

    expect(code).toBe(4404)
    expect(at - endsAt.getTime()).toBeGreaterThanOrEqual(-50)
    expect(at - endsAt.getTime()).toBeLessThan(1000 + 5 * lateness.most())
    expect((await as.theo.get(ours)).status).toBe(404)
  })

  test('the closing of the account, for its members but not its Owner', async () => {
    const { as, ours } = stage
    await ensureMember(stage, 'selma', 'seller')
    const [olga, selma] = [await open(as.olga), await open(as.selma)]

    await as.olga.delete(ours, { password: castPassword })

    expect((await selma.closed).code).toBe(4404)
    await expectSoon(() => olga.heard).toContain('account')
    expect(olga.isOpen()).toBe(true)
    await expect(upgradeRefusalStatus(open(as.selma))).resolves.toBe(404)
    await as.olga.post(`${ours}/restore`)
    await expect(upgradeRefusalStatus(open(as.selma))).resolves.toBeUndefined()
    olga.leave()
  })
})
