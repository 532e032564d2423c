/** Where in the dashboard somebody was who left for the payment provider's page; kept in this tab. */
const name = (account: string) => `stagedoor.connecting ${account}`

export const rememberPlace = (account: string) =>
  sessionStorage.setItem(name(account), window.location.pathname + window.location.search)

/** The place, once. */
export function placeBefore(account: string): string | undefined {
  const place = sessionStorage.getItem(name(account)) ?? undefined
  sessionStorage.removeItem(name(account))
  return place
}
