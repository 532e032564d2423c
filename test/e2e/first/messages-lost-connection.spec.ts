import { setTimeout as pause } from 'node:timers/promises'
import type { Browser, Page } from '@playwright/test'
import { test as base } from '@playwright/test'
import { linkInMail } from '../../support/mail-server.ts'
import { findFreePort } from '../../support/postgres-server.ts'
import {
  type BrowserUser,
  expect,
  joinTeam,
  nameInContext,
  originAt,
  type PreparedPerson,
  startE2eServer,
} from '../support/fixtures.ts'
import { conversationLog } from '../support/messages-setup.ts'
import { openTcpProxy, type TcpProxy } from '../support/tcp-proxy.ts'

/** How many messages are written, on both sides: on two pages, by the API for two people, and as notes of the team. */
const messages = Number(process.env.MESSAGES ?? 300)
const typed = Math.round(messages * 0.06)
const sent = Math.round(messages * 0.39)
const noted = Math.round(messages * 0.1)

base.setTimeout(300_000)
base(
  `the network is away again and again during ${messages} messages: each screen has each of them once, in order`,
  async ({ browser }) => {
    const [near, far] = [await findFreePort(), await findFreePort()]
    const server = await startE2eServer(far, { PUBLIC_URL: originAt(near) })
    const wire = await openTcpProxy(near, far)
    const guest = (name: string) => arrive(browser, near, server.people, name)
    const [olga, selma, theo, rita] = await Promise.all([
      guest('Olga Goes On'),
      guest('Selma Goes On'),
      guest('Theo Goes On'),
      guest('Rita Goes On'),
    ])
    const linkTo = async (email: string, words: string) =>
      linkInMail(await server.post.mailTo(email, words)).href
    await joinTeam({ linkTo }, olga, selma, 'seller')
    await joinTeam({ linkTo }, olga, theo, 'support')
    const asked = { shop: olga.shop, text: 'r-0' }
    const { conversation } = await rita.api('POST', `/accounts/${rita.account}/buyer-conversations`, asked)
    const [team, buyer] = [
      `/accounts/${olga.account}/conversations/${conversation}`,
      `/accounts/${rita.account}/buyer-conversations/${conversation}`,
    ]
    const hers = await selma.open(`/dashboard/${olga.account}/messages/${conversation}`)
    const his = await theo.open(`/dashboard/${olga.account}/messages/${conversation}`)
    const ritas = await rita.open(`/dashboard/${rita.account}/spending/messages/${conversation}`)
    for (const page of [hers, his, ritas]) await expect(conversationLog(page)).toContainText('r-0')

    const progress = { sent: 0 }
    const flicker = flickering(wire, progress)
    await Promise.all([
      types(ritas, 'Your message', 'rt'),
      types(hers, 'Reply to Rita Goes On', 'st'),
      sends(rita, `${buyer}/messages`, 'rs', sent, progress),
      sends(selma, `${team}/messages`, 'ss', sent, progress),
      sends(theo, `${team}/notes`, 'tn', noted, progress),
    ])
    const cuts = await flicker.end()
    console.log(`the connection was cut ${cuts} times`)
    expect(cuts).toBeGreaterThan(10)

    const words = (page: Page) =>
      conversationLog(page).evaluate(
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

async function arrive(browser: Browser, port: number, people: PreparedPerson[], name: string) {
  const context = await browser.newContext({ baseURL: originAt(port), locale: 'en-GB' })
  return nameInContext(context, people.shift() as PreparedPerson, { name }, 'en')
}

type Progress = { sent: number }

/** Cuts the connection at random until it is stopped: after at most five seconds or a twelfth of the messages. */
function flickering(wire: TcpProxy, progress: Progress) {
  let [cuts, isOver] = [0, false]
  const flicker = (async () => {
    for (; !isOver; cuts++) {
      const [time, sent] = [
        Date.now() + Math.random() * 5000,
        progress.sent + (Math.random() * messages) / 12,
      ]
      while (!isOver && Date.now() < time && progress.sent < sent) await pause(10)
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

/** Writes message after message on the page, without waiting for any of them to arrive. */
async function types(page: Page, label: string, by: string): Promise<void> {
  const field = page.getByLabel(label)
  for (let nth = 0; nth < typed; nth++) {
    await field.fill(`${by}-${nth}`)
    await field.press('Enter')
  }
  await expect(page.getByText(/^(Sending…|Waiting for the connection)/)).toHaveCount(0, { timeout: 120_000 })
}

/** Sends messages by the API. Each is repeated under the same key until it is answered. */
async function sends(
  { context }: BrowserUser,
  path: string,
  by: string,
  count: number,
  progress: Progress,
): Promise<void> {
  for (let nth = 0; nth < count; nth++) {
    const data = { text: `${by}-${nth}`, key: `${by}-message-${nth}` }
    for (let status = 0; status !== 201; ) {
      const answer = await context.request.post(`/api/v1${path}`, { data }).catch(() => undefined)
      status = answer?.status() ?? 0
      expect([0, 201]).toContain(status)
    }
    progress.sent++
  }
}

/** All entries of the conversation, from the first. */
async function told({ api }: BrowserUser, path: string): Promise<string[]> {
  const found: { position: number; text: string; kind: string }[] = []
  for (;;) {
    const { items, next } = await api('GET', `${path}?since=${found.length}`)
    found.push(...items)
    if (next === null) break
  }
  return found.filter(({ kind }) => kind === 'text' || kind === 'note').map(({ text }) => text)
}
