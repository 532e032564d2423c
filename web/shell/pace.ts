/** Milliseconds between two times at least. */
const pause = 1000

/** What is resting, and whether it was asked for meanwhile. */
const resting = new Map<string, boolean>()

/** Does it at once, and when it is asked for often, again after a pause: so each time has time to be answered. */
export function atAPace(name: string, act: () => void) {
  if (resting.has(name)) return void resting.set(name, true)
  resting.set(name, false)
  act()
  setTimeout(() => {
    const isAsked = resting.get(name)
    resting.delete(name)
    if (isAsked) atAPace(name, act)
  }, pause)
}
