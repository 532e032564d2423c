/**
 * Tells the operator of an error that nobody foresaw: where, what, and the calls that led to it. Of a failed query
 * only the database's own words: its parameters are people's names, addresses and hashes.
 */
export function report(where: string, error: unknown): void {
  const { message, stack = '', cause } = error as Error & { cause?: Error }
  const calls = stack.split('\n').filter((line) => /^\s+at /.test(line))
  console.error([`${where}: ${cause?.message ?? message}`, ...calls].join('\n'))
}
