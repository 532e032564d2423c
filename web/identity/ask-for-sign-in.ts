import { auth } from '../auth.ts'
import { language } from '../i18n.ts'

export type SignUp = { name: string; email: string; username: string; password: string }

/** Asks for a sign-in, which is then made or not: the answer is alike for every address. */
export async function signUp(wish: SignUp, invitation?: string) {
  await auth('sign-up/email', {
    ...wish,
    language: language(),
    ...(invitation !== undefined && { invitation }),
  })
}
