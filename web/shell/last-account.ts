import type { Account } from './session.ts'

const key = 'stagedoor.account'

export const rememberAccount = (id: string) => localStorage.setItem(key, id)

/** The account used last on this device, else one's own, else the first. */
export const lastAccount = (accounts: readonly Account[]) =>
  accounts.find(({ id }) => id === localStorage.getItem(key)) ??
  accounts.find(({ role }) => role === 'owner') ??
  accounts[0]
