export type UsernameFault = 'usernameStart' | 'usernameCharacters' | 'usernameLength'

/** A suggestion for a username: "Zoé Le Gall" → "zoe.le.gall". */
export const suggestUsername = (name: string): string =>
  name
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '.')
    .replace(/^\.+/, '')
    .slice(0, 30)
    .replace(/\.+$/, '')

/** What is wrong with a username, as the key of the sentence; null if nothing is. */
export function usernameFault(username: string): UsernameFault | null {
  if (/[^a-z0-9._-]/.test(username)) return 'usernameCharacters'
  if (/^[._-]/.test(username)) return 'usernameStart'
  if (username.length < 3 || username.length > 30) return 'usernameLength'
  return null
}
