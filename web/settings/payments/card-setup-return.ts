/** The page of the dashboard from which a person left for the payment provider's page; stored in this tab. */
const name = (account: string) => `stagedoor.connecting ${account}`

export const rememberReturnUrl = (account: string) =>
  sessionStorage.setItem(name(account), window.location.pathname + window.location.search)

/** Returns the stored address and removes it. */
export function takeReturnUrl(account: string): string | undefined {
  const place = sessionStorage.getItem(name(account)) ?? undefined
  sessionStorage.removeItem(name(account))
  return place
}
