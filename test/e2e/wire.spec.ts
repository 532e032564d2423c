import type { Browser, Page } from '@playwright/test'
import { test as base } from '@playwright/test'
import { linkIn } from '../mail-server.ts'
import { freePort } from '../postgres.ts'
import { emailOf, expect, type Guest, joinTeam, openServer, signUp } from './house.ts'
import { openWire, type Wire } from './wire.ts'
import { said } from './writing.ts'

/** Of each kind, so that they are a thousand in all. */
const [typed, sent, noted] = [60, 390, 100]

base.setTimeout(300_000)
base(
  'the network is away again and again during a thousand messages: each screen has each of them once, in order',
  async ({ browser }) => {
    const [near, far] = [await freePort(), await freePort()]
    const server = await openServer(far, { PUBLIC_URL: `http://localhost:${near}` })
    const wire = await openWire(near, far)
    const guest = (name: string) => arrive(browser, near, server.post, name)
    const olga = await guest('Olga Goes On')
    const [selma, theo, rita] = [
      await guest('Selma Goes On'),
      await guest('Theo Goes On'),
      await guest('Rita Goes On'),
    ]
    const linkTo = async (email: string, words: string) => linkIn(await server.post.mailTo(email, words)).href
    await joinTeam({ linkTo }, olga, selma, 'seller')
    await joinTeam({ linkTo }, olga, theo, 'support')
    const asked = { shop: olga.shop, text: 'r-0' }
    const { conversation } = await rita.api('POST', `/accounts/${rita.account}/seller-conversations`, asked)
    const [team, buyer] = [
      `/accounts/${olga.account}/conversations/${conversation}`,
      `/accounts/${rita.account}/seller-conversations/${conversation}`,
    ]
    const hers = await selma.open(`/dashboard/${olga.account}/messages/${conversation}`)
    const his = await theo.open(`/dashboard/${olga.account}/messages/${conversation}`)
    const ritas = await rita.open(`/dashboard/${rita.account}/spending/messages/${conversation}`)
    for (const page of [hers, his, ritas]) await expect(said(page)).toContainText('r-0')

    const flicker = flickering(wire)
    await Promise.all([
      types(ritas, 'Your message', 'rt'),
      types(hers, 'Reply to Rita Goes On', 'st'),
      sends(rita, `${buyer}/messages`, 'rs', sent),
      sends(selma, `${team}/messages`, 'ss', sent),
      sends(theo, `${team}/notes`, 'tn', noted),
    ])
    const cuts = await flicker.end()
    console.log(`the wire was cut ${cuts} times`)
    expect(cuts).toBeGreaterThan(10)

    const words = (page: Page) =>
      said(page).evaluate(
        (log: HTMLElement) => log.innerText.match(/\b(?:r-0|(?:rt|st|rs|ss|tn)-\d+)\b/g) ?? [],
      )
    const all = await told(olga, `${team}/entries`)
    expect(all).toHaveLength(1 + 2 * typed + 2 * sent + noted)
    for (const by of ['rt', 'st', 'rs', 'ss', 'tn']) {
      const own = all.filter((text) => text.startsWith(by))
      expect(own, `what ${by} wrote is there in the order in which it was written`).toEqual(
        own.map((_, nth) => `${by}-${nth}`),
      )
    }
    const shared = all.filter((text) => !text.startsWith('tn'))
    for (const [page, expected] of [
      [hers, all],
      [his, all],
      [ritas, shared],
    ] as const)
      await expect.poll(() => words(page), { timeout: 60_000 }).toEqual(expected)

    await wire.close()
    await server.close()
  },
)

async function arrive(browser: Browser, port: number, post: Parameters<typeof signUp>[1], name: string) {
  const context = await browser.newContext({ baseURL: `http://localhost:${port}`, locale: 'en-GB' })
  return signUp(context, post, { name, email: emailOf(name) }, 'en')
}

/** Cuts the wire at random until it is ended. */
function flickering(wire: Wire) {
  let [cuts, isOver] = [0, false]
  const pause = (most: number) => new Promise((soon) => setTimeout(soon, Math.random() * most))
  const flicker = (async () => {
    for (; !isOver; cuts++) {
      await pause(5000)
      await wire.cut(Math.random() * 700)
    }
  })()
  return {
    end: async () => {
      isOver = true
      await flicker
      return cuts
    },
  }
}

/** Writes on the page, message after message, without waiting for any to arrive. */
async function types(page: Page, label: string, by: string): Promise<void> {
  const field = page.getByLabel(label)
  for (let nth = 0; nth < typed; nth++) {
    await field.fill(`${by}-${nth}`)
    await field.press('Enter')
  }
  await expect(page.getByText(/^(Sending…|Waits for the connection)/)).toHaveCount(0, { timeout: 120_000 })
}

/** Sends by the API: each until it was answered, under the same key. */
async function sends({ context }: Guest, path: string, by: string, count: number): Promise<void> {
  for (let nth = 0; nth < count; nth++) {
    const data = { text: `${by}-${nth}`, key: `${by}-message-${nth}` }
    for (let status = 0; status !== 201; ) {
      const answer = await context.request.post(`/api/v1${path}`, { data }).catch(() => undefined)
      status = answer?.status() ?? 0
      expect([0, 201]).toContain(status)
    }
  }
}

/** All that is written, from the first. */
async function told({ api }: Guest, path: string): Promise<string[]> {
  const found: { position: number; text: string; kind: string }[] = []
  for (;;) {
    const { items, next } = await api('GET', `${path}?since=${found.length}`)
    found.push(...items)
    if (next === null) break
  }
  return found.filter(({ kind }) => kind === 'text' || kind === 'note').map(({ text }) => text)
}
