/**
 * Logs an unexpected error for the operator: where it happened, its message and its stack. For a failed query, only the
 * database's own message is logged, because the parameters are people's names, addresses and hashes.
 */
export function logError(where: string, error: unknown): void {
  const { message, stack = '', cause } = error as Error & { cause?: Error }
  const calls = stack.split('\n').filter((line) => /^\s+at /.test(line))
  console.error([`${where}: ${cause?.message ?? message}`, ...calls].join('\n'))
}

/** Logs something that the operator should know, although nothing failed. */
export function logWarning(where: string, sentence: string): void {
  console.warn(`${where}: ${sentence}`)
}
