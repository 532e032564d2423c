/** The limits of texts of a person and of an account, in characters. */
export const identityLimits = {
  /** A person's name, or an account's. */
  name: 80,
  username: { min: 3, max: 30 },
  password: { min: 10, max: 128 },
  /** The six digits of an authenticator app's code, with room for the spaces that people type. */
  twoFactorCode: 9,
} as const

export type UsernameFault = 'usernameStart' | 'usernameCharacters' | 'usernameLength'

/** What is wrong with a username, as the key of the sentence; null if nothing is. */
export function usernameFault(username: string): UsernameFault | null {
  const { min, max } = identityLimits.username
  if (/[^a-z0-9._-]/.test(username)) return 'usernameCharacters'
  if (/^[._-]/.test(username)) return 'usernameStart'
  if (username.length < min || username.length > max) return 'usernameLength'
  return null
}
