import { setTimeout as pause } from 'node:timers/promises'
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { z } from 'zod'
import { checkOrigin } from '../access/admission.ts'
import { sessionCookie, sessionTokenIn } from '../access/gate.ts'
import { type ErrorCode, invalidField, Refusal } from '../errors/refusal.ts'
import { readInput } from '../http/input.ts'
import { type Quota, rateLimited } from '../http/rate-limits.ts'
import type { Services } from '../http/route.ts'
import type { Database } from '../platform/database/database.ts'
import { databaseTime } from '../platform/database/database-time.ts'
import { preferredLanguage } from '../platform/format/i18n.ts'
import { emailAddress } from '../platform/text-schemas.ts'
import { type Auth, provenHeader } from './better-auth.ts'
import { mailNewDevice } from './new-device-mail.ts'
import { markEmailVerified, newHoldKey, prepareSignUp, SignUp, usernameHoldSeconds } from './sign-up.ts'
import { identityLimits } from './vocabulary.ts'

/** Whether the token belongs to an invitation that was mailed to this address. */
export type ProvesAddress = (token: string, email: string) => Promise<boolean>

type AuthRoute = {
  path: string
  method: 'GET' | 'POST'
  /** Rate limits: attempts for one e-mail address, and attempts from one IP address. */
  limit?: { name: string; perEmail?: Quota; perIp: Quota }
  /**
   * Answers that are errors (with `always`: all answers) take a multiple of `ms` milliseconds, so that the time an
   * answer takes reveals nothing.
   */
  answerInterval?: { ms: number; always: boolean }
}

const links = { name: 'link', perIp: { count: 100, minutes: 10 } }
const secondSteps = { name: 'second', perIp: { count: 60, minutes: 10 } }

/** The routes of better-auth that are open. Its other routes do not exist here. */
export const authRoutes: AuthRoute[] = [
  {
    method: 'POST',
    path: '/sign-up/email',
    limit: { name: 'sign-up', perEmail: { count: 6, minutes: 60 }, perIp: { count: 100, minutes: 60 } },
    answerInterval: { ms: 800, always: true },
  },
  {
    method: 'POST',
    path: '/sign-in/email',
    limit: { name: 'sign-in', perEmail: { count: 10, minutes: 10 }, perIp: { count: 100, minutes: 10 } },
    answerInterval: { ms: 400, always: false },
  },
  { method: 'POST', path: '/sign-out' },
  { method: 'GET', path: '/get-session' },
  { method: 'GET', path: '/verify-email', limit: links },
  {
    method: 'POST',
    path: '/send-verification-email',
    limit: { name: 'confirm', perEmail: { count: 5, minutes: 60 }, perIp: { count: 60, minutes: 60 } },
    answerInterval: { ms: 800, always: true },
  },
  {
    method: 'POST',
    path: '/request-password-reset',
    limit: { name: 'reset', perEmail: { count: 5, minutes: 60 }, perIp: { count: 60, minutes: 60 } },
    answerInterval: { ms: 800, always: true },
  },
  {
    method: 'GET',
    path: '/reset-password/:token',
    limit: links,
  },
  { method: 'POST', path: '/reset-password', limit: links },
  {
    method: 'POST',
    path: '/two-factor/enable',
    limit: secondSteps,
  },
  {
    method: 'POST',
    path: '/two-factor/disable',
    limit: secondSteps,
  },
  {
    method: 'POST',
    path: '/two-factor/verify-totp',
    limit: secondSteps,
  },
  {
    method: 'POST',
    path: '/two-factor/verify-backup-code',
    limit: secondSteps,
  },
]

const holdCookie = 'stagedoor.hold'

/**
 * Mounts better-auth's open routes under /api/auth. Origin, rate limits and input are checked here, and its errors
 * become the problem documents of this server.
 */
export function mountBetterAuth(
  app: FastifyInstance,
  auth: Auth,
  database: Database,
  services: Services,
  proves: ProvesAddress,
) {
  const { config, limits, sendMail } = services
  const cookie = sessionCookie(config.https)

  const enforceLimit = async ({ limit }: AuthRoute, request: FastifyRequest, address: unknown) => {
    if (!limit) return
    await limits.take(`${limit.name} from ${request.ip}`, limit.perIp)
    if (limit.perEmail && typeof address === 'string')
      await limits.take(`${limit.name} of ${address}`, limit.perEmail)
  }

  const pass = async (authRoute: AuthRoute, request: FastifyRequest, reply: FastifyReply) => {
    const body = readInput(z.record(z.string(), z.unknown()), request.body ?? {})
    const address = 'email' in body ? readInput(z.object({ email: emailAddress }), body).email : undefined
    await enforceLimit(authRoute, request, address)
    if ('token' in body && !(typeof body.token === 'string' && /^[\w.-]{1,1000}$/.test(body.token))) {
      throw new Refusal('link_dead')
    }
    if (authRoute.path === '/sign-up/email') return signUp(request, reply)
    const answer = await forward(request, reply, address === undefined ? body : { ...body, email: address })
    if (authRoute.path === '/sign-in/email') await limits.forgive(`sign-in of ${address}`)
    return answer
  }

  const signUp = async (request: FastifyRequest, reply: FastifyReply) => {
    const { invitation, ...wanted } = readInput(SignUp, request.body ?? {})
    const hold = holdKeyIn(request) ?? newHoldKey()
    await prepareSignUp(database, { ...wanted, hold })
    reply.header('set-cookie', holdCookieHeader(hold, config.https))
    const proven = invitation !== undefined && (await proves(invitation, wanted.email))
    const language = wanted.language ?? preferredLanguage(request.headers['accept-language'])
    const answer = await forward(request, reply, { ...wanted, language, hold }, proven)
    if (proven)
      await markEmailVerified(database, (JSON.parse(answer.toString()) as { user: { id: string } }).user.id)
    return answer
  }

  /**
   * Passes a request on to better-auth. It gets only the headers that it needs; the headers that it trusts are set
   * here and never copied from the client.
   */
  const forward = async (request: FastifyRequest, reply: FastifyReply, body: object, proven = false) => {
    const headers = new Headers({ 'content-type': 'application/json', 'x-stagedoor-ip': request.ip })
    for (const name of ['cookie', 'user-agent', 'accept-language'] as const) {
      const value = request.headers[name]
      if (value) headers.set(name, value)
    }
    headers.set('origin', config.publicUrl)
    if (proven) headers.set(provenHeader, '1')
    const answer = await auth.handler(
      new Request(new URL(request.url, config.publicUrl), {
        method: request.method,
        headers,
        ...(request.method === 'POST' && { body: JSON.stringify(body) }),
      }),
    )
    const text = Buffer.from(await answer.arrayBuffer())
    if (answer.status >= 400) throw toRefusal(answer.status, text.toString())
    reply.status(answer.status)
    for (const name of ['content-type', 'location'])
      if (answer.headers.has(name)) reply.header(name, answer.headers.get(name))
    const cookies = answer.headers.getSetCookie()
    for (const one of cookies) reply.header('set-cookie', one)
    const token = await sessionTokenIn(
      cookies.find((one) => one.startsWith(`${cookie}=`))?.split(';')[0],
      cookie,
      config.secret,
    )
    if (token) await mailNewDevice(database, sendMail, token)
    return text
  }

  for (const authRoute of authRoutes) {
    app.route({
      method: authRoute.method,
      url: authRoute.path,
      schema: { hide: true } as object,
      onRequest: async (request) => checkOrigin(request, config.origins),
      handler: async (request, reply) =>
        reply.send(await answerAtInterval(authRoute, () => pass(authRoute, request, reply))),
    })
  }

  const holdKeyIn = (request: FastifyRequest) =>
    new RegExp(`(?:^|; *)${prefixed(holdCookie, config.https)}=([\\w-]{24})(?:;|$)`).exec(
      request.headers.cookie ?? '',
    )?.[1]
}

const prefixed = (name: string, https: boolean) => `${https ? '__Host-' : ''}${name}`

const holdCookieHeader = (hold: string, https: boolean) =>
  `${prefixed(holdCookie, https)}=${hold}; Path=/; Max-Age=${usernameHoldSeconds}; HttpOnly; SameSite=Lax${https ? '; Secure' : ''}`

/** Runs the work and delays the answer to the route's `answerInterval`. */
async function answerAtInterval<T>(
  { answerInterval: interval }: AuthRoute,
  work: () => Promise<T>,
): Promise<T> {
  if (!interval) return work()
  const started = performance.now()
  const rest = () => pause(interval.ms - ((performance.now() - started) % interval.ms))
  try {
    const done = await work()
    if (interval.always) await rest()
    return done
  } catch (error) {
    await rest()
    throw error
  }
}

const codes: Record<string, ErrorCode> = {
  INVALID_EMAIL_OR_PASSWORD: 'invalid_email_or_password',
  // The same answer as for a wrong password. Otherwise, a person who signs up with an address could see whether the
  // address already had an account.
  EMAIL_NOT_VERIFIED: 'invalid_email_or_password',
  INVALID_PASSWORD: 'wrong_password',
  INVALID_TOKEN: 'link_dead',
  TOKEN_EXPIRED: 'link_dead',
  INVALID_CODE: 'wrong_code',
  INVALID_BACKUP_CODE: 'wrong_code',
  INVALID_TWO_FACTOR_COOKIE: 'sign_in_required',
  UNAUTHORIZED: 'sign_in_required',
  TOO_MANY_ATTEMPTS_REQUEST_NEW_CODE: 'sign_in_required',
  ACCOUNT_TEMPORARILY_LOCKED: 'rate_limited',
}

/** Turns an error of better-auth into a refusal. */
function toRefusal(status: number, text: string): Refusal {
  const { code = '' } = (text.startsWith('{') ? JSON.parse(text) : {}) as { code?: string }
  if (code === 'PASSWORD_TOO_SHORT')
    return invalidField('newPassword', 'too_short', { minimum: identityLimits.password.min })
  if (code === 'PASSWORD_TOO_LONG')
    return invalidField('newPassword', 'too_long', { maximum: identityLimits.password.max })
  const known = codes[code]
  if (known === 'rate_limited') return rateLimited(new Date(databaseTime() + 15 * 60_000))
  if (known) return new Refusal(known)
  if (status >= 500) return new Refusal('internal')
  return new Refusal(status === 401 ? 'sign_in_required' : 'auth_failed')
}
