/** How late this process is on a busy machine, in milliseconds: what a time limit must allow for. */
export type Lateness = { most(): number }

/** Measures from now on by how much timers come late. */
export function measureLateness(): Lateness {
  const every = 20
  let [last, most] = [performance.now(), 0]
  const timer = setInterval(() => {
    const now = performance.now()
    most = Math.max(most, now - last - every)
    last = now
  }, every)
  timer.unref()
  return {
    most() {
      clearInterval(timer)
      return Math.max(most, performance.now() - last - every, 0)
    },
  }
}
