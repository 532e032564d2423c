/** The minimum number of milliseconds between two calls. */
const pause = 1000

/** The names that are pausing, and whether they were called during the pause. */
const resting = new Map<string, boolean>()

/** Calls `act` at once. Further calls during the pause lead to one more call after it. */
export function throttle(name: string, act: () => void) {
  if (resting.has(name)) return void resting.set(name, true)
  resting.set(name, false)
  act()
  setTimeout(() => {
    const isAsked = resting.get(name)
    resting.delete(name)
    if (isAsked) throttle(name, act)
  }, pause)
}
