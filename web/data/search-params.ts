/** A text in an address; undefined: there is none. The router reads one of digits alone as a number. */
export function searchText(value: unknown): string | undefined {
  const text = typeof value === 'number' ? String(value) : value
  return typeof text === 'string' && text !== '' ? text : undefined
}

/** The value, if it is one of those that are known. */
export const oneOf = <T extends string>(known: readonly T[], value: unknown): T | undefined =>
  known.find((one) => one === value)

type Defined<T> = { [K in keyof T]?: Exclude<T[K], undefined> }

/** Without the parameters that are undefined: they do not stand in the address. */
export const definedParams = <T extends Record<string, unknown>>(params: T): Defined<T> =>
  Object.fromEntries(Object.entries(params).filter(([, value]) => value !== undefined)) as Defined<T>
