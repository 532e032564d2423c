import { spawn } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import {
  type BrowserContext,
  type BrowserContextOptions,
  test as base,
  expect,
  type Page,
} from '@playwright/test'
import type { GivenRole } from '../../src/permissions.ts'
import { linkIn, type MailServer, openMailServer } from '../mail-server.ts'
import { freePort } from '../postgres.ts'

export const password = 'a password for the stage'

/** A Stagedoor as its users meet it: a server of its own, real mail, real browsers. */
export type House = {
  origin: string
  post: MailServer
  /** The address in the latest mail to somebody that has these words. */
  linkTo(email: string, words: string): Promise<string>
  /** Signs somebody up and in without the pages; addresses are their names', numbered if another story has the name. */
  guest(name: string, options?: BrowserContextOptions): Promise<Guest>
}
export type Guest = {
  name: string
  email: string
  context: BrowserContext
  /** Their own account. */
  account: string
  /** That account's username. */
  shop: string
  open(path: string): Promise<Page>
  // biome-ignore lint/suspicious/noExplicitAny: whoever calls knows what the route answers
  api(method: string, path: string, body?: unknown): Promise<any>
}

export const emailOf = (name: string) => `${name.toLowerCase().replaceAll(/\W+/g, '.')}@example.com`

type Server = { origin: string; post: MailServer; guests: string[] }

/** A server of its own with a mail server. @param environment what of it is not as it is by itself */
export async function openServer(port: number, environment: Record<string, string> = {}) {
  const post = await openMailServer()
  const folder = mkdtempSync(join(tmpdir(), 'stagedoor-e2e-'))
  const child = spawn(join('node_modules', '.bin', 'node'), ['src/main.ts'], {
    env: {
      ...process.env,
      PORT: String(port),
      MEDIA_PORT: '0',
      DATA_DIR: folder,
      SMTP_URL: post.url,
      RATE_LIMIT_FACTOR: '1000',
      SUPPORT_EMAIL: 'help@stagedoor.example',
      ...environment,
    },
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  // Whoever gives up on a slow start leaves no server behind.
  process.once('exit', () => child.kill('SIGKILL'))
  await new Promise<void>((ready, fail) => {
    child.stdout.on('data', (text) => String(text).includes('Stagedoor is at') && ready())
    child.once('exit', () => fail(new Error('the server did not start')))
  })
  const close = async () => {
    const gone = new Promise((done) => child.once('exit', done))
    child.kill('SIGTERM')
    await gone
    await post.close()
    rmSync(folder, { recursive: true, force: true })
  }
  return { origin: `http://localhost:${port}`, post, close }
}

export const test = base.extend<{ house: House }, { server: Server }>({
  server: [
    // biome-ignore lint/correctness/noEmptyPattern: Playwright wants the pattern
    async ({}, use) => {
      const server = await openServer(await freePort())
      await use({ ...server, guests: [] })
      await server.close()
    },
    { scope: 'worker', timeout: 120_000 },
  ],
  house: async ({ server: { origin, post, guests }, browser }, use) => {
    const contexts: BrowserContext[] = []
    const guest = async (name: string, options: BrowserContextOptions = {}) => {
      const context = await browser.newContext({ baseURL: origin, locale: 'en-GB', ...options })
      contexts.push(context)
      const namesakes = guests.filter((other) => other === name).length
      guests.push(name)
      const email = emailOf(namesakes ? `${name} ${namesakes + 1}` : name)
      return signUp(context, post, { name, email }, options.locale?.slice(0, 2) === 'fr' ? 'fr' : 'en')
    }
    const linkTo = async (email: string, words: string) => linkIn(await post.mailTo(email, words)).href
    await use({ origin, post, linkTo, guest })
    for (const context of contexts) await context.close()
  },
})

export { expect }

/** Signs somebody up and in without the pages. */
export async function signUp(
  context: BrowserContext,
  post: MailServer,
  { name, email }: { name: string; email: string },
  language: 'en' | 'fr',
): Promise<Guest> {
  const call = async (method: string, path: string, data?: unknown) => {
    const answer = await context.request.fetch(path.startsWith('/api/') ? path : `/api/v1${path}`, {
      method,
      data,
    })
    if (!answer.ok()) throw new Error(`${method} ${path}: ${answer.status()} ${await answer.text()}`)
    return answer.json()
  }
  const username = email.split('@')[0]?.replaceAll('.', '-')
  await call('POST', '/api/auth/sign-up/email', { name, email, password, username, language })
  await context.request.get(linkIn(await post.mailTo(email)).href)
  await call('POST', '/api/auth/sign-in/email', { email, password })
  const { accounts } = await call('GET', '/me')
  return {
    name,
    email,
    context,
    account: accounts[0].id,
    shop: accounts[0].username,
    api: call,
    open: async (path) => {
      const page = await context.newPage()
      await page.goto(path)
      return page
    },
  }
}

/** Invites by the API and lets them accept by the mailed link's token. */
export async function joinTeam(
  house: Pick<House, 'linkTo'>,
  owner: Guest,
  helper: Guest,
  role: GivenRole,
): Promise<void> {
  const path = `/accounts/${owner.account}/invitations`
  await owner.api('POST', path, { invitations: [{ email: helper.email, role }] })
  const link = await house.linkTo(helper.email, '/invite#')
  await helper.api('POST', '/invitations/accept', { token: link.split('#')[1] })
}
