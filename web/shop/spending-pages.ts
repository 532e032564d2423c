/** Where the account's cart is, and where it buys something at once. */
export const cartOf = (account: string): string => `/dashboard/${account}/spending/cart`

export const checkoutOf = (
  account: string,
  wanted: Record<'shop' | 'product' | 'quantity', string>,
): string => `/dashboard/${account}/spending/checkout?${new URLSearchParams(wanted)}`
