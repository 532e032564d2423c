import { existsSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import { cast, castPassword } from '../../cast/people.ts'
import { type HttpAnswer, makeHttpClient, startServerProcess } from '../support/server-process.ts'

/** How often the server is killed. `npm run prove` does it twenty times. */
const kills = Number(process.env.KILLS ?? 2)
vi.setConfig({ testTimeout: 60_000 + kills * 30_000 })

let folder: string
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'stagedoor-'))
})
afterAll(() => rmSync(folder, { recursive: true, force: true }))

/** Olga signs up and in. @returns her cookie and the path of her account's products */
async function open(address: string) {
  const visitor = makeHttpClient(address)
  await visitor('POST', '/api/auth/sign-up/email', { ...cast.olga, password: castPassword })
  const { body: mailbox } = await visitor<{ items: { text: string }[] }>('GET', '/mailbox')
  const link = new URL(/https?:\/\/\S+/.exec(mailbox.items[0]?.text ?? '')?.[0] ?? '')
  await visitor('GET', link.pathname + link.search)
  const { cookies } = await visitor('POST', '/api/auth/sign-in/email', {
    email: cast.olga.email,
    password: castPassword,
  })
  const { body: me } = await makeHttpClient(address, cookies)<{ accounts: { id: string }[] }>(
    'GET',
    '/api/v1/me',
  )
  return { cookies, products: `/api/v1/accounts/${me.accounts[0]?.id}/products` }
}

type Page = { items: { title: string }[]; next: string | null }

/** The titles of all products that a search finds. */
async function titlesOf(address: string, cookies: string, products: string, search: string) {
  const ask = makeHttpClient(address, cookies)
  const found = new Set<string>()
  for (let after: string | null = ''; after !== null; ) {
    const page: HttpAnswer<Page> = await ask(
      'GET',
      `${products}?search=${search}${after && `&after=${after}`}`,
    )
    expect(page.status).toBe(200)
    for (const { title } of page.body.items) found.add(title)
    after = page.body.next
  }
  return found
}

test(`killed ${kills} times while it writes, it has lost nothing that it acknowledged`, async () => {
  let running = await startServerProcess(folder)
  const { cookies, products } = await open(running.address)
  const acknowledged = new Set<string>()

  for (let round = 0; round < kills; round++) {
    const ask = makeHttpClient(running.address, cookies)
    let alive = true
    const write = async (writer: number) => {
      for (let nth = 0; alive; nth++) {
        const title = `Round ${round}, writer ${writer}, product ${nth}`
        const answer = await ask('POST', products, { title, price: 100, quantity: 1 }).catch(() => undefined)
        if (answer?.status === 201) acknowledged.add(title)
      }
    }
    const before = acknowledged.size
    const writers = [1, 2, 3, 4].map(write)
    await expect.poll(() => acknowledged.size, { timeout: 20_000 }).toBeGreaterThan(before + 10)
    await pause(Math.random() * 1500)

    const { code } = await running.kill()
    alive = false
    await Promise.all(writers)

    expect(code).toBeNull()
    expect(existsSync(join(folder, 'lock'))).toBe(true)
    running = await startServerProcess(folder)
    const found = await titlesOf(running.address, cookies, products, `Round ${round},`)
    const ofTheRound = [...acknowledged].filter((title) => title.startsWith(`Round ${round},`))
    expect(ofTheRound.filter((title) => !found.has(title))).toEqual([])
  }

  const all = await titlesOf(running.address, cookies, products, 'Round')
  expect([...acknowledged].filter((title) => !all.has(title))).toEqual([])
  expect((await running.stop()).code).toBe(0)
  console.log(`${kills} kills: all of ${acknowledged.size} acknowledged products are in the database.`)
})
