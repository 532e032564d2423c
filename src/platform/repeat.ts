/**
 * Runs `work` at an interval, in this process alone. A run that takes longer delays the next one: there is never more
 * than one at a time.
 * @param work must not throw
 */
export function repeatEvery(intervalMs: number, work: () => Promise<void>): { close(): Promise<void> } {
  let running = Promise.resolve()
  const timer = setInterval(() => {
    running = running.then(work)
  }, intervalMs)
  timer.unref()
  return {
    close: async () => {
      clearInterval(timer)
      await running
    },
  }
}
