import type { Account } from './me-queries.ts'

const key = 'stagedoor.account'

export const rememberLastAccount = (id: string) => localStorage.setItem(key, id)

/** The account that was used last on this device, else the person's own, else the first. */
export const lastAccount = (accounts: readonly Account[]) =>
  accounts.find(({ id }) => id === localStorage.getItem(key)) ??
  accounts.find(({ role }) => role === 'owner') ??
  accounts[0]
