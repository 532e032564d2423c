import { callAuth } from '../data/auth-api.ts'
import { currentLanguage } from '../i18n/i18n.ts'

export type SignUpInput = { name: string; email: string; username: string; password: string }

/** Requests a sign-up. The answer is the same for every address, whether or not an account is created. */
export async function requestSignUp(wish: SignUpInput, invitation?: string) {
  await callAuth('sign-up/email', {
    ...wish,
    language: currentLanguage(),
    ...(invitation !== undefined && { invitation }),
  })
}
