import { spawn } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import {
  type BrowserContext,
  type BrowserContextOptions,
  test as base,
  expect,
  type Page,
} from '@playwright/test'
import type { ApiReply } from '../../../cast/api-client.ts'
import { castPassword } from '../../../cast/people.ts'
import type { GivenRole } from '../../../src/permissions.ts'
import { copyDatabase } from '../../support/copy-database.ts'
import { linkInMail, type MailServer, openMailServer } from '../../support/mail-server.ts'
import { findFreePort } from '../../support/postgres-server.ts'
import { compileCache } from '../../support/server-process.ts'
import { testSecret } from '../../support/test-environment.ts'
import { trackRequests } from './page-checks.ts'

/** Stagedoor as users see it: a separate server, real mail, real browsers. */
export type E2eWorld = {
  origin: string
  post: MailServer
  /** The first address with these words in the latest mail to a person. */
  linkTo(email: string, words: string): Promise<string>
  /**
   * A person who is signed in. Usernames come from the names, with a number if another story uses the name. The people
   * are those of the template; when a worker has used them all, others are signed up.
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
  api(method: string, path: string, body?: unknown): Promise<ApiReply['body']>
}

const usernameFor = (name: string) => name.toLowerCase().replaceAll(/\W+/g, '-')
export const emailFor = (name: string) => `${usernameFor(name).replaceAll('-', '.')}@example.com`

/** A person of the template, who gets a name in a story. Sessions are rows, so the cookie holds in every copy. */
export type PreparedPerson = { email: string; cookie: string; account: string }

type Server = { origin: string; post: MailServer; guests: string[]; people: PreparedPerson[] }

/** A number, because the lookup of `localhost` can ask a name server, and take five seconds. */
const host = '127.0.0.1'

/** The address of a server of the stories, or of what stands before it. */
export const originAt = (port: number): string => `http://${host}:${port}`

/**
 * Starts a server with a mail server and the template's database.
 * @param environment settings that differ from the defaults
 */
export async function startE2eServer(port: number, environment: Record<string, string> = {}) {
  const post = await openMailServer()
  const folder = mkdtempSync(join(tmpdir(), 'stagedoor-e2e-'))
  copyDatabase(process.env.E2E_TEMPLATE as string, folder)
  const child = spawn(join('node_modules', '.bin', 'node'), ['src/main.ts'], {
    env: {
      ...process.env,
      PORT: String(port),
      PUBLIC_URL: originAt(port),
      MEDIA_PORT: '0',
      DATA_DIR: folder,
      SECRET: testSecret,
      NODE_COMPILE_CACHE: compileCache,
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
  const people = JSON.parse(readFileSync(join(folder, 'people.json'), 'utf8')) as PreparedPerson[]
  return { origin: originAt(port), post, people, close }
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
  house: async ({ server: { origin, post, guests, people }, browser }, use) => {
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
      const unique = namesakes ? `${name} ${namesakes + 1}` : name
      const named = { name, username: usernameFor(unique) }
      const language = options.locale?.slice(0, 2) === 'fr' ? 'fr' : 'en'
      const prepared = people.shift()
      return prepared
        ? nameInContext(context, prepared, named, language)
        : signUpInContext(context, post, { ...named, email: emailFor(unique) }, language)
    }
    const linkTo = async (email: string, words: string) => linkInMail(await post.mailTo(email, words)).href
    await use({ origin, post, linkTo, guest, visitor })
    await Promise.all(contexts.map((context) => context.close()))
  },
})

export { expect }

/** Sends the context's requests. @throws if an answer is an error */
const apiOf =
  (context: BrowserContext): BrowserUser['api'] =>
  async (method, path, data) => {
    const url = path.startsWith('/api/') ? path : `/api/v1${path}`
    const answer = await context.request.fetch(url, { method, data })
    if (!answer.ok()) throw new Error(`${method} ${path}: ${answer.status()} ${await answer.text()}`)
    return answer.json()
  }

/** Signs a person of the template in, and gives them and their account a name. */
export async function nameInContext(
  context: BrowserContext,
  { email, cookie, account }: PreparedPerson,
  { name, username = usernameFor(name) }: { name: string; username?: string },
  language: 'en' | 'fr',
): Promise<BrowserUser> {
  const cookies = cookie.split('; ').map((pair) => {
    const [key = '', ...value] = pair.split('=')
    return { name: key, value: value.join('='), domain: host, path: '/', httpOnly: true }
  })
  await context.addCookies(cookies)
  const api = apiOf(context)
  await api('PATCH', '/me', { name, language })
  await api('PATCH', `/accounts/${account}`, { name, username })
  return userOf(context, { name, email, account, shop: username })
}

/** Signs a person up and in without the pages. */
async function signUpInContext(
  context: BrowserContext,
  post: MailServer,
  { name, username, email }: { name: string; username: string; email: string },
  language: 'en' | 'fr',
): Promise<BrowserUser> {
  const api = apiOf(context)
  const person = { name, email, password: castPassword, username, language }
  await api('POST', '/api/auth/sign-up/email', person)
  await context.request.get(linkInMail(await post.mailTo(email)).href)
  await api('POST', '/api/auth/sign-in/email', { email, password: castPassword })
  const { accounts } = await api('GET', '/me')
  return userOf(context, { name, email, account: accounts[0].id, shop: accounts[0].username })
}

const userOf = (
  context: BrowserContext,
  person: Pick<BrowserUser, 'name' | 'email' | 'account' | 'shop'>,
): BrowserUser => ({
  ...person,
  context,
  api: apiOf(context),
  open: async (path) => {
    const page = await context.newPage()
    await page.goto(path)
    return page
  },
})

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
