/** The short name that people use for an order: the last eight characters of its id. */
export const orderCode = (id: string): string => id.slice(-8).toUpperCase()
