/** The number of answers from which the clock is estimated. */
const kept = 12

/**
 * An estimate of the server's clock, which many answers contain. An answer arrives late and never early, so the least
 * delayed of the last answers is the best estimate. This device's own clock may be wrong by hours; only its progress
 * is used.
 */
export function createServerClock(monotonic: () => number = () => performance.now()) {
  let offsets: number[] = []
  return {
    /** Called with the server's time, in milliseconds, that has just arrived. */
    adjust: (shown: number) => {
      offsets = [...offsets, shown - monotonic()].slice(-kept)
    },
    now: () => (offsets.length > 0 ? Math.max(...offsets) + monotonic() : Date.now()),
  }
}

export const serverClock = createServerClock()

/** Milliseconds until a moment by the server's clock, at least 0. */
export const millisecondsUntil = (moment: string) =>
  Math.max(0, new Date(moment).getTime() - serverClock.now())
