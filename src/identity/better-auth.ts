import { betterAuth } from 'better-auth'
import { drizzleAdapter } from 'better-auth/adapters/drizzle'
import { APIError } from 'better-auth/api'
import { twoFactor } from 'better-auth/plugins'
import { eq } from 'drizzle-orm'
import { people, sessions } from '../access/tables.ts'
import type { Config } from '../platform/config.ts'
import { type Database, serviceTransaction } from '../platform/database/database.ts'
import type { Language } from '../platform/format/i18n.ts'
import { type IdKind, newId } from '../platform/ids.ts'
import { logError } from '../platform/log.ts'
import type { MailKind, SendMail } from '../platform/mail/queue-mail.ts'
import { translateAdapterTimes } from './adapter-times.ts'
import { hashPassword, verifyPassword } from './passwords.ts'
import { credentials, twoFactors, verifications } from './tables.ts'
import { identityLimits } from './vocabulary.ts'

/** Tells better-auth that a mailed invitation has proven the e-mail address. Only the server sets this header. */
export const provenHeader = 'x-stagedoor-proven'

const daySeconds = 86_400
const kinds: Record<string, IdKind> = {
  user: 'person',
  session: 'session',
  account: 'credential',
  verification: 'verification',
  twoFactor: 'twoFactor',
}

/** Sets up better-auth. `better-auth-routes.ts` decides which of its routes are open and what reaches them. */
export function makeAuth(database: Database, config: Config, sendMail: SendMail) {
  const send = (user: { email: string; name: string }, kind: MailKind, url: string) =>
    serviceTransaction(database, (tx) =>
      sendMail(tx, {
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
    // Log these errors like all others, without the parameters of queries.
    onAPIError: {
      onError: (error) => {
        if (!(error instanceof APIError)) logError('sign-in', error)
      },
    },
    // The library counts only per node and per IP address. `rate-limits.ts` counts in the database.
    rateLimit: { enabled: false },
    // Log only the message: the library would add the parameters of queries, which are confidential.
    logger: { log: (level, message) => level === 'error' && logError('sign-in', new Error(message)) },
    database: translateAdapterTimes(
      drizzleAdapter(database.db, {
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
    ),
    user: {
      additionalFields: {
        username: { type: 'string', required: true, fieldName: 'requestedUsername', returned: false },
        hold: { type: 'string', required: true, returned: false },
        language: { type: 'string', required: false, returned: true },
      },
    },
    session: {
      fields: { userId: 'personId' },
      expiresIn: 30 * daySeconds,
      disableSessionRefresh: true,
      cookieCache: { enabled: false },
    },
    emailAndPassword: {
      enabled: true,
      requireEmailVerification: true,
      minPasswordLength: identityLimits.password.min,
      maxPasswordLength: identityLimits.password.max,
      password: { hash: hashPassword, verify: verifyPassword },
      revokeSessionsOnPasswordReset: true,
      resetPasswordTokenExpiresIn: 3600,
      sendResetPassword: async ({ user, token }) =>
        send(
          user,
          'reset',
          `/api/auth/reset-password/${token}?callbackURL=${encodeURIComponent('/reset-password')}`,
        ),
      // A person who followed the mailed link has proven that the address is theirs.
      onPasswordReset: async ({ user }) => {
        await database.db.update(people).set({ emailVerified: true }).where(eq(people.id, user.id))
      },
      onExistingUserSignUp: async ({ user }) => send(user, 'signed_up_again', '/sign-in'),
    },
    emailVerification: {
      expiresIn: daySeconds,
      sendOnSignUp: true,
      // A mail scanner may have opened the link, so confirming an address signs nobody in.
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
      // The library's own prefix would be __Secure-, which does not tie a cookie to the host.
      useSecureCookies: false,
      defaultCookieAttributes: { secure: config.https, httpOnly: true, sameSite: 'lax', path: '/' },
      ipAddress: { ipAddressHeaders: ['x-stagedoor-ip'] },
      database: { generateId: ({ model }) => newId(kinds[model] ?? 'verification') },
    },
  })
}

export type Auth = ReturnType<typeof makeAuth>
