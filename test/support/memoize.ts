import type { CastWorld } from './samples/operation-samples.ts'

/** Calls `make` once for each world. */
export function memoize<T>(make: (theatre: CastWorld) => Promise<T>): (theatre: CastWorld) => Promise<T> {
  const made = new WeakMap<object, Promise<T>>()
  return (theatre) => {
    const found = made.get(theatre.app) ?? make(theatre)
    made.set(theatre.app, found)
    return found
  }
}
