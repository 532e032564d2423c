import { betterAuth } from 'better-auth'
import { drizzleAdapter } from 'better-auth/adapters/drizzle'
import { APIError } from 'better-auth/api'
import { twoFactor } from 'better-auth/plugins'
import { eq } from 'drizzle-orm'
import { people, sessions } from '../door/tables.ts'
import type { Config } from '../ground/config.ts'
import { asService, type Database } from '../ground/db.ts'
import { type Kind, newId } from '../ground/ids.ts'
import type { MailKind, Post } from '../ground/mail.ts'
import { report } from '../ground/report.ts'
import type { Language } from '../ground/words.ts'
import { hash, verify } from './passwords.ts'
import { credentials, twoFactors, verifications } from './tables.ts'

/** Set by the bridge, and by nobody outside, on a sign-up whose address a mailed invitation has proven. */
export const provenHeader = 'x-stagedoor-proven'

const day = 86_400
const kinds: Record<string, Kind> = {
  user: 'person',
  session: 'session',
  account: 'credential',
  verification: 'verification',
  twoFactor: 'twoFactor',
}

/** Signing in by better-auth. What reaches it, and what of it is open, the bridge decides. */
export function makeAuth(database: Database, config: Config, post: Post) {
  const send = (user: { email: string; name: string }, kind: MailKind, url: string) =>
    asService(database, (tx) =>
      post(tx, {
        to: user.email,
        kind,
        language: (user as { language?: Language }).language ?? 'en',
        url,
        about: { name: user.name },
      }),
    )

  return betterAuth({
    baseURL: config.publicUrl,
    basePath: '/api/auth',
    secret: config.secret,
    trustedOrigins: config.origins,
    telemetry: { enabled: false },
    // Told like every other error: without the query's parameters.
    onAPIError: {
      onError: (error) => {
        if (!(error instanceof APIError)) report('sign-in', error)
      },
    },
    // Its own counts are per node and by address alone; ours are in the database.
    rateLimit: { enabled: false },
    // Without what it would log besides: parameters of queries are nobody's business.
    logger: { log: (level, message) => level === 'error' && report('sign-in', new Error(message)) },
    database: drizzleAdapter(database.db, {
      provider: 'pg',
      transaction: true,
      schema: {
        user: people,
        session: sessions,
        account: credentials,
        verification: verifications,
        twoFactor: twoFactors,
      },
    }),
    user: {
      additionalFields: {
        username: { type: 'string', required: true, fieldName: 'wish', returned: false },
        hold: { type: 'string', required: true, returned: false },
        language: { type: 'string', required: false, returned: true },
      },
    },
    session: {
      fields: { userId: 'personId' },
      expiresIn: 30 * day,
      disableSessionRefresh: true,
      cookieCache: { enabled: false },
    },
    emailAndPassword: {
      enabled: true,
      requireEmailVerification: true,
      minPasswordLength: 10,
      maxPasswordLength: 128,
      password: { hash, verify },
      revokeSessionsOnPasswordReset: true,
      resetPasswordTokenExpiresIn: 3600,
      sendResetPassword: async ({ user, token }) =>
        send(
          user,
          'reset',
          `/api/auth/reset-password/${token}?callbackURL=${encodeURIComponent('/reset-password')}`,
        ),
      // Whoever followed the mailed link has proven the address.
      onPasswordReset: async ({ user }) => {
        await database.db.update(people).set({ emailVerified: true }).where(eq(people.id, user.id))
      },
      onExistingUserSignUp: async ({ user }) => send(user, 'signed_up_again', '/sign-in'),
    },
    emailVerification: {
      expiresIn: day,
      sendOnSignUp: true,
      // The link may have been followed by somebody else's machine: proving an address signs nobody in.
      autoSignInAfterVerification: false,
      sendVerificationEmail: async ({ user, token }, request) => {
        if (request?.headers.has(provenHeader)) return
        const back = encodeURIComponent('/sign-in?confirmed=1')
        await send(user, 'confirm', `/api/auth/verify-email?token=${token}&callbackURL=${back}`)
      },
    },
    plugins: [twoFactor({ issuer: 'Stagedoor' })],
    advanced: {
      cookiePrefix: `${config.https ? '__Host-' : ''}stagedoor`,
      // Its own prefix would be __Secure-, which does not tie a cookie to the host.
      useSecureCookies: false,
      defaultCookieAttributes: { secure: config.https, httpOnly: true, sameSite: 'lax', path: '/' },
      ipAddress: { ipAddressHeaders: ['x-stagedoor-ip'] },
      database: { generateId: ({ model }) => newId(kinds[model] ?? 'verification') },
    },
  })
}

export type Auth = ReturnType<typeof makeAuth>
