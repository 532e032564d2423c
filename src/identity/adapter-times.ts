import type { drizzleAdapter } from 'better-auth/adapters/drizzle'
import { clockSkewMs } from '../platform/database/database-time.ts'

type MakeAdapter = ReturnType<typeof drizzleAdapter>
type Adapter = ReturnType<MakeAdapter>

/**
 * better-auth writes and compares times by the node's clock. This adapter translates them: the tables contain the
 * database's time, and better-auth sees its node's time. So a session or a link ends at the same moment on every node.
 */
export const translateAdapterTimes =
  (make: MakeAdapter): MakeAdapter =>
  (options) =>
    translate(make(options))

function translate<T extends object>(adapter: T): T {
  const methods = Object.entries(adapter).map(([name, value]) => {
    if (typeof value !== 'function') return [name, value]
    if (name === 'transaction')
      return [name, (work: (inner: Adapter) => unknown) => value((inner: Adapter) => work(translate(inner)))]
    return [
      name,
      async (...args: unknown[]) => {
        const ahead = secondsAhead() * 1000
        return ahead === 0 ? value(...args) : shift(await value(...(shift(args, -ahead) as unknown[])), ahead)
      },
    ]
  })
  return Object.fromEntries(methods) as T
}

/** Whole seconds, so that a time that is read and written back stays the same. */
const secondsAhead = () => Math.round(clockSkewMs() / 1000)

/** Moves every `Date` in the value by `ms`. */
function shift(value: unknown, ms: number): unknown {
  if (value instanceof Date) return new Date(value.getTime() + ms)
  if (Array.isArray(value)) return value.map((each) => shift(each, ms))
  if (typeof value !== 'object' || value === null || Object.getPrototypeOf(value) !== Object.prototype)
    return value
  return Object.fromEntries(Object.entries(value).map(([name, each]) => [name, shift(each, ms)]))
}
