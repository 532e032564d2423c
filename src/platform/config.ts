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
  S3_BUCKET: z.string().optional(),
  S3_REGION: z.string().default('us-east-1'),
  S3_ENDPOINT: z.url({ protocol: /^https?$/ }).optional(),
  S3_ACCESS_KEY_ID: z.string().optional(),
  S3_SECRET_ACCESS_KEY: z.string().optional(),
  SMTP_URL: z.url({ protocol: /^smtps?$/ }).optional(),
  MAIL_FROM: z.string().default('Stagedoor <stagedoor@localhost>'),
  SUPPORT_EMAIL: z.email().optional(),
  SECRET: z.string().min(32).optional(),
  OLD_SECRETS: z
    .string()
    .regex(/^[^,]{32,}(,[^,]{32,})*$/)
    .optional(),
  INVITATIONS_PER_DAY: z.coerce.number().int().min(1).default(500),
  RATE_LIMIT_FACTOR: z.coerce.number().positive().default(1),
  STRIPE_SECRET_KEY: z
    .string()
    .regex(/^[sr]k_(test|live)_\w+$/)
    .optional(),
  STRIPE_WEBHOOK_SECRET: z
    .string()
    .regex(/^whsec_\w+(,whsec_\w+)*$/)
    .optional(),
  STRIPE_API_URL: z.url({ protocol: /^https?$/ }).default('https://api.stripe.com'),
  FEE_PERCENT: z.coerce.number().min(0).max(50).default(8),
  SHIPPING_BANDS: z
    .string()
    .regex(/^\d+:\d+(,\d+:\d+)*$/)
    .default('250:450,500:590,1000:790,2000:990,5000:1390,10000:1990,30000:2990'),
  PUBLIC_IP: z.union([z.ipv4(), z.ipv6()]).optional(),
  MEDIA_PORT: port.default(4001),
  MEDIA_URL: z.url({ protocol: /^https?$/ }).optional(),
  NODE_URL: z.url({ protocol: /^https?$/ }).optional(),
  VIEWERS_PER_SHOW: z.coerce.number().int().min(1).default(500),
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
  S3_BUCKET: 'the name of a bucket',
  S3_REGION: 'a region like eu-west-3',
  S3_ENDPOINT: 'an http(s) address',
  S3_ACCESS_KEY_ID: 'the id of an access key',
  S3_SECRET_ACCESS_KEY: 'the secret of an access key',
  SMTP_URL: 'an address like smtp://user:password@host:587',
  MAIL_FROM: 'a sender like Stagedoor <no-reply@example.com>',
  SUPPORT_EMAIL: 'an e-mail address',
  SECRET: 'at least 32 characters',
  OLD_SECRETS: 'former values of SECRET, separated by commas',
  INVITATIONS_PER_DAY: 'a whole number from 1 on',
  RATE_LIMIT_FACTOR: 'a number above 0',
  STRIPE_SECRET_KEY: 'a secret or restricted key from Stripe, which begins with sk_ or rk_',
  STRIPE_WEBHOOK_SECRET: 'signing secrets of webhook endpoints, which begin with whsec_, separated by commas',
  STRIPE_API_URL: 'an http(s) address',
  FEE_PERCENT: 'a percentage from 0 to 50',
  SHIPPING_BANDS: 'pairs of grams and price in minor units, like 250:450,1000:790',
  PUBLIC_IP: 'an IP address',
  MEDIA_PORT: 'a port from 0 to 65535',
  MEDIA_URL: 'an http(s) address',
  NODE_URL: 'an http(s) address',
  VIEWERS_PER_SHOW: 'a whole number from 1 on',
}

export class ConfigurationError extends Error {}

/** The price of shipping for shipments of up to a number of grams. */
export type ShippingBand = { upTo: number; price: number }

/**
 * An S3 bucket, or a bucket of a compatible service, which then needs an endpoint. Without a key, the SDK uses the
 * machine's role.
 */
export type S3Bucket = {
  bucket: string
  region: string
  endpoint: string | undefined
  key: { id: string; secret: string } | undefined
}

/** Stripe as the payment provider. */
export type StripeConfig = {
  key: string
  /** The signing secrets of the webhook endpoints. */
  webhookSecrets: string[]
  apiUrl: string
  /** The origin of the dashboard, to which the provider sends people back. */
  home: string
}

export type Config = {
  host: string
  port: number
  /** The origin of the dashboard, without a slash at the end. */
  publicUrl: string
  /** Origins that a browser may send requests from. */
  origins: string[]
  https: boolean
  trustProxy: string[]
  metricsPort: number | undefined
  dataDir: string
  databaseUrl: string | undefined
  /** The bucket for the files; undefined if they are in a folder below `dataDir`. */
  s3: S3Bucket | undefined
  smtpUrl: string | undefined
  mailFrom: string
  supportEmail: string | undefined
  secret: string
  /** The current secret first, then former ones, which only decrypt what was encrypted with them. */
  secrets: [string, ...string[]]
  invitationsPerDay: number
  rateLimitFactor: number
  /** Stripe's settings; undefined if the sandbox takes the payments. */
  stripe: StripeConfig | undefined
  /** The platform's share of a sale in percent, computed on the items without shipping. */
  feePercent: number
  shippingBands: ShippingBand[]
  /** The address that browsers send video to, if it is not one of this machine's own addresses. */
  publicIp: string | undefined
  /** The UDP port for all video; 0 means any free port. */
  mediaPort: number
  /** The address of an external media server, which then relays the video instead of this process. */
  mediaUrl: string | undefined
  /** The address at which the other nodes reach this one. */
  nodeUrl: string | undefined
  viewersPerShow: number
  /** Whether mail is kept and shown at /mailbox instead of being sent. */
  mailbox: boolean
}

const loopback = (host: string) => /^(localhost|127(\.\d+){3}|\[::1\])$/.test(host)

/** The only reader of the environment. @throws ConfigurationError with a sentence for the operator */
export function readConfig(environment: Record<string, string | undefined>): Config {
  // An empty variable counts as unset, except DATA_DIR: an empty one means a database in memory (for tests).
  const present = Object.fromEntries(
    Object.entries(environment).filter(([name, value]) => value !== '' || name === 'DATA_DIR'),
  )
  const read = given.safeParse(present)
  if (!read.success) {
    const name = String(read.error.issues[0]?.path[0]) as keyof typeof expected
    throw new ConfigurationError(`${name} must be ${expected[name]}.`)
  }
  const v = read.data
  const secret = v.SECRET ?? ownSecret(v.DATABASE_URL, v.DATA_DIR)
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
    s3: bucketOf(v),
    smtpUrl: v.SMTP_URL,
    mailFrom: v.MAIL_FROM,
    supportEmail: v.SUPPORT_EMAIL,
    secret,
    secrets: [secret, ...(v.OLD_SECRETS?.split(',') ?? [])],
    invitationsPerDay: v.INVITATIONS_PER_DAY,
    rateLimitFactor: v.RATE_LIMIT_FACTOR,
    stripe: stripeOf(v, publicUrl.origin),
    feePercent: v.FEE_PERCENT,
    shippingBands: v.SHIPPING_BANDS.split(',')
      .map((pair) => pair.split(':').map(Number))
      .map(([upTo = 0, price = 0]) => ({ upTo, price }))
      .sort((one, other) => one.upTo - other.upTo),
    publicIp: v.PUBLIC_IP,
    mediaPort: v.MEDIA_PORT,
    mediaUrl: v.MEDIA_URL,
    nodeUrl: v.NODE_URL,
    viewersPerShow: v.VIEWERS_PER_SHOW,
    mailbox: !v.SMTP_URL && loopback(publicUrl.hostname),
  }
}

function bucketOf(v: z.output<typeof given>): S3Bucket | undefined {
  const { S3_BUCKET: bucket, S3_REGION: region, S3_ENDPOINT: endpoint } = v
  if (!bucket) return undefined
  const { S3_ACCESS_KEY_ID: id, S3_SECRET_ACCESS_KEY: secret } = v
  if (Boolean(id) !== Boolean(secret)) {
    throw new ConfigurationError('S3_ACCESS_KEY_ID and S3_SECRET_ACCESS_KEY must be given together.')
  }
  return { bucket, region, endpoint, key: id && secret ? { id, secret } : undefined }
}

function stripeOf(v: z.output<typeof given>, home: string): StripeConfig | undefined {
  const { STRIPE_SECRET_KEY: key, STRIPE_WEBHOOK_SECRET: secrets, STRIPE_API_URL: apiUrl } = v
  if (Boolean(key) !== Boolean(secrets)) {
    throw new ConfigurationError('STRIPE_SECRET_KEY and STRIPE_WEBHOOK_SECRET must be given together.')
  }
  return key && secrets ? { key, webhookSecrets: secrets.split(','), apiUrl, home } : undefined
}

/**
 * For the embedded database, a secret is made once and stored in DATA_DIR. Nodes that share a database server must be
 * given the same secret.
 */
function ownSecret(databaseUrl: string | undefined, dataDir: string): string {
  const fresh = randomBytes(32).toString('base64url')
  if (databaseUrl) {
    throw new ConfigurationError(
      `SECRET must be given with DATABASE_URL, with the same value on every node. For example: SECRET=${fresh}`,
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
