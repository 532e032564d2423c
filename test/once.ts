import type { Theatre } from './samples.ts'

/** For each world once. */
export function once<T>(make: (theatre: Theatre) => Promise<T>): (theatre: Theatre) => Promise<T> {
  const made = new WeakMap<object, Promise<T>>()
  return (theatre) => {
    const found = made.get(theatre.app) ?? make(theatre)
    made.set(theatre.app, found)
    return found
  }
}
