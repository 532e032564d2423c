import { storedInvitation } from './stored-invitation.ts'

const startsWithOneSlash = /^\/(?![/\\])/

/** The path, if it belongs to this site, or null: an address from outside must never lead to another site. */
export function ownPagePath(wanted: string | undefined): string | null {
  if (!wanted || !startsWithOneSlash.test(wanted)) return null
  const { origin, pathname, search, hash } = new URL(wanted, window.location.origin)
  if (origin !== window.location.origin || !startsWithOneSlash.test(pathname)) return null
  return pathname + search + hash
}

/**
 * Where a person goes after signing in: to the page that they wanted, else to their invitation, else to their
 * dashboard.
 */
export const afterSignInPath = (wanted: string | undefined): string =>
  ownPagePath(wanted) ?? (storedInvitation.read() ? '/invite' : '/dashboard')
