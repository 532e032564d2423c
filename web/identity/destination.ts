import { pendingInvitation } from './pending-invitation.ts'

const startsWithOneSlash = /^\/(?![/\\])/

/** A page of ours, or nothing: an address that came from outside must never lead outside. */
export function ownPage(wanted: string | undefined): string | null {
  if (!wanted || !startsWithOneSlash.test(wanted)) return null
  const { origin, pathname, search, hash } = new URL(wanted, window.location.origin)
  if (origin !== window.location.origin || !startsWithOneSlash.test(pathname)) return null
  return pathname + search + hash
}

/** Where somebody goes once signed in: where they wanted to be, then their invitation, then their dashboard. */
export const destination = (wanted: string | undefined): string =>
  ownPage(wanted) ?? (pendingInvitation.read() ? '/invite' : '/dashboard')
