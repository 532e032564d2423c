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
import type { GivenRole } from '../../../src/permissions.ts'
import { linkInMail, type MailServer, openMailServer } from '../../support/mail-server.ts'
import { findFreePort } from '../../support/postgres-server.ts'
import { trackRequests } from './page-checks.ts'

export const e2ePassword = 'a password for the stage'

/** Stagedoor as users see it: a separate server, real mail, real browsers. */
export type E2eWorld = {
  origin: string
  post: MailServer
  /** The first address with these words in the latest mail to a person. */
  linkTo(email: string, words: string): Promise<string>
  /**
   * Signs a person up and in without the pages. Addresses come from the names, with a number if another story uses
   * the name.
   */
  guest(name: string, options?: BrowserContextOptions): Promise<BrowserUser>
  /** A browser in which nobody is signed in. */
  visitor(options?: BrowserContextOptions): Promise<BrowserContext>
}
export type BrowserUser = {
  name: string
  email: string
  context: BrowserContext
  /** Their own account. */
  account: string
  /** That account's username. */
  shop: string
  open(path: string): Promise<Page>
  // biome-ignore lint/suspicious/noExplicitAny: the caller knows what the route answers
  api(method: string, path: string, body?: unknown): Promise<any>
}

export const emailFor = (name: string) => `${name.toLowerCase().replaceAll(/\W+/g, '.')}@example.com`

type Server = { origin: string; post: MailServer; guests: string[] }

/** Starts a server with a mail server. @param environment settings that differ from the defaults */
export async function startE2eServer(port: number, environment: Record<string, string> = {}) {
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
  // If the start is slow and the run is given up, the server must end as well.
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

export const test = base.extend<{ house: E2eWorld }, { server: Server }>({
  server: [
    // biome-ignore lint/correctness/noEmptyPattern: Playwright wants the pattern
    async ({}, use) => {
      const server = await startE2eServer(await findFreePort())
      await use({ ...server, guests: [] })
      await server.close()
    },
    { scope: 'worker', timeout: 120_000 },
  ],
  house: async ({ server: { origin, post, guests }, browser }, use) => {
    const contexts: BrowserContext[] = []
    const visitor = async (options: BrowserContextOptions = {}) => {
      const context = await browser.newContext({ baseURL: origin, locale: 'en-GB', ...options })
      contexts.push(context)
      trackRequests(context)
      return context
    }
    const guest = async (name: string, options: BrowserContextOptions = {}) => {
      const namesakes = guests.filter((other) => other === name).length
      guests.push(name)
      const context = await visitor(options)
      const email = emailFor(namesakes ? `${name} ${namesakes + 1}` : name)
      return signUpInContext(
        context,
        post,
        { name, email },
        options.locale?.slice(0, 2) === 'fr' ? 'fr' : 'en',
      )
    }
    const linkTo = async (email: string, words: string) => linkInMail(await post.mailTo(email, words)).href
    await use({ origin, post, linkTo, guest, visitor })
    await Promise.all(contexts.map((context) => context.close()))
  },
})

export { expect }

/** Signs a person up and in without the pages. */
export async function signUpInContext(
  context: BrowserContext,
  post: MailServer,
  { name, email }: { name: string; email: string },
  language: 'en' | 'fr',
): Promise<BrowserUser> {
  const call = async (method: string, path: string, data?: unknown) => {
    const answer = await context.request.fetch(path.startsWith('/api/') ? path : `/api/v1${path}`, {
      method,
      data,
    })
    if (!answer.ok()) throw new Error(`${method} ${path}: ${answer.status()} ${await answer.text()}`)
    return answer.json()
  }
  const username = email.split('@')[0]?.replaceAll('.', '-')
  await call('POST', '/api/auth/sign-up/email', { name, email, password: e2ePassword, username, language })
  await context.request.get(linkInMail(await post.mailTo(email)).href)
  await call('POST', '/api/auth/sign-in/email', { email, password: e2ePassword })
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

/** Invites a person by the API, who accepts with the mailed link's token. */
export async function joinTeam(
  house: Pick<E2eWorld, 'linkTo'>,
  owner: BrowserUser,
  helper: BrowserUser,
  role: GivenRole,
): Promise<void> {
  const path = `/accounts/${owner.account}/invitations`
  await owner.api('POST', path, { invitations: [{ email: helper.email, role }] })
  const link = await house.linkTo(helper.email, '/invite#')
  await helper.api('POST', '/invitations/accept', { token: link.split('#')[1] })
}
