import type { Language } from '../../locales/index.ts'
import { sendRequest } from './api.ts'

/** The routes of better-auth that the pages use. */
type Auth = {
  'sign-up/email': {
    input: {
      name: string
      email: string
      password: string
      username: string
      language: Language
      invitation?: string
    }
    answer: { token?: string | null }
  }
  'sign-in/email': { input: { email: string; password: string }; answer: { twoFactorRedirect?: boolean } }
  'sign-out': { input: object; answer: object }
  'request-password-reset': { input: { email: string; redirectTo: string }; answer: object }
  'reset-password': { input: { newPassword: string; token: string }; answer: object }
  'send-verification-email': { input: { email: string; callbackURL?: string }; answer: object }
  'two-factor/enable': { input: { password: string }; answer: { totpURI: string; backupCodes: string[] } }
  'two-factor/disable': { input: { password: string }; answer: object }
  'two-factor/verify-totp': { input: { code: string; trustDevice?: boolean }; answer: object }
  'two-factor/verify-backup-code': { input: { code: string; trustDevice?: boolean }; answer: object }
}

export const callAuth = async <K extends keyof Auth>(
  path: K,
  input: Auth[K]['input'],
): Promise<Auth[K]['answer']> => (await sendRequest('POST', `/api/auth/${path}`, input)) as Auth[K]['answer']
