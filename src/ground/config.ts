import { randomBytes } from 'node:crypto'
import { chmodSync, existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { z } from 'zod'

const port = z.coerce.number().int().min(0).max(65535)
const given = z.object({
  HOST: z.string().default('127.0.0.1'),
  PORT: port.default(4000),
  PUBLIC_URL: z.url({ protocol: /^https?$/ }).optional(),
  TRUST_PROXY: z.string().default(''),
  METRICS_PORT: port.optional(),
  DATA_DIR: z.string().default('./data'),
  DATABASE_URL: z.url({ protocol: /^postgres(ql)?$/ }).optional(),
  SMTP_URL: z.url({ protocol: /^smtps?$/ }).optional(),
  MAIL_FROM: z.string().default('Stagedoor <stagedoor@localhost>'),
  SUPPORT_EMAIL: z.email().optional(),
  SECRET: z.string().min(32).optional(),
  INVITATIONS_PER_DAY: z.coerce.number().int().min(1).default(500),
  RATE_LIMIT_FACTOR: z.coerce.number().positive().default(1),
})

/** What each variable must be, for the one sentence that names a wrong one. */
const expected: Record<keyof typeof given.shape, string> = {
  HOST: 'an address to listen on',
  PORT: 'a port from 0 to 65535',
  PUBLIC_URL: 'an http(s) address',
  TRUST_PROXY: 'a list of proxies’ addresses',
  METRICS_PORT: 'a port from 0 to 65535',
  DATA_DIR: 'a folder',
  DATABASE_URL: 'an address like postgres://user:password@host/database',
  SMTP_URL: 'an address like smtp://user:password@host:587',
  MAIL_FROM: 'a sender like Stagedoor <no-reply@example.com>',
  SUPPORT_EMAIL: 'an e-mail address',
  SECRET: 'at least 32 characters',
  INVITATIONS_PER_DAY: 'a whole number from 1 on',
  RATE_LIMIT_FACTOR: 'a number above 0',
}

export class WrongConfiguration extends Error {}

export type Config = {
  host: string
  port: number
  /** Origin of the pages, without a slash at the end. */
  publicUrl: string
  /** Origins that a browser may send requests from. */
  origins: string[]
  https: boolean
  trustProxy: string[]
  metricsPort: number | undefined
  dataDir: string
  databaseUrl: string | undefined
  smtpUrl: string | undefined
  mailFrom: string
  supportEmail: string | undefined
  secret: string
  invitationsPerDay: number
  rateLimitFactor: number
  /** Whether mail is kept and shown at /mailbox instead of being sent. */
  mailbox: boolean
}

const loopback = (host: string) => /^(localhost|127(\.\d+){3}|\[::1\])$/.test(host)

/** The one reader of the environment. @throws WrongConfiguration with a sentence for the operator */
export function readConfig(environment: Record<string, string | undefined>): Config {
  // A variable set to nothing is not set; a test's database in memory is one without a folder.
  const present = Object.fromEntries(
    Object.entries(environment).filter(([name, value]) => value !== '' || name === 'DATA_DIR'),
  )
  const read = given.safeParse(present)
  if (!read.success) {
    const name = String(read.error.issues[0]?.path[0]) as keyof typeof expected
    throw new WrongConfiguration(`${name} must be ${expected[name]}.`)
  }
  const v = read.data
  const publicUrl = new URL(v.PUBLIC_URL ?? `http://localhost:${v.PORT}`)
  const aliases = ['localhost', '127.0.0.1', '[::1]'].map((host) => `http://${host}:${v.PORT}`)
  return {
    host: v.HOST,
    port: v.PORT,
    publicUrl: publicUrl.origin,
    origins: [publicUrl.origin, ...(v.PUBLIC_URL ? [] : aliases)],
    https: publicUrl.protocol === 'https:',
    trustProxy: v.TRUST_PROXY.split(',')
      .map((entry) => entry.trim())
      .filter(Boolean),
    metricsPort: v.METRICS_PORT,
    dataDir: v.DATA_DIR,
    databaseUrl: v.DATABASE_URL,
    smtpUrl: v.SMTP_URL,
    mailFrom: v.MAIL_FROM,
    supportEmail: v.SUPPORT_EMAIL,
    secret: v.SECRET ?? ownSecret(v.DATABASE_URL, v.DATA_DIR),
    invitationsPerDay: v.INVITATIONS_PER_DAY,
    rateLimitFactor: v.RATE_LIMIT_FACTOR,
    mailbox: !v.SMTP_URL && loopback(publicUrl.hostname),
  }
}

/** With the embedded database the secret is made once and kept beside it; nodes on one server must share theirs. */
function ownSecret(databaseUrl: string | undefined, dataDir: string): string {
  const fresh = randomBytes(32).toString('base64url')
  if (databaseUrl) {
    throw new WrongConfiguration(
      `SECRET must be given with DATABASE_URL, the same on every node. A fresh one: SECRET=${fresh}`,
    )
  }
  const file = join(dataDir, 'secret')
  if (!existsSync(file)) {
    mkdirSync(dataDir, { recursive: true })
    writeFileSync(file, fresh, { mode: 0o600 })
    chmodSync(file, 0o600)
  }
  return readFileSync(file, 'utf8').trim()
}
