/** How many answers of the server the clock goes by. */
const kept = 12

/**
 * The server's clock, as far as this page can know it: it tells what it shows with much of what it says. What
 * arrives is late by its way here and never early, so that the least late of the last answers is the truest. This
 * device's own clock may be an hour off; only how it goes on is used.
 */
export function openClock(monotonic: () => number = () => performance.now()) {
  let offsets: number[] = []
  return {
    /** It showed this (in milliseconds) when it wrote what has just come. */
    heard: (shown: number) => {
      offsets = [...offsets, shown - monotonic()].slice(-kept)
    },
    now: () => (offsets.length > 0 ? Math.max(...offsets) + monotonic() : Date.now()),
  }
}

export const clock = openClock()

/** Milliseconds until a moment of the server's clock, never below 0. */
export const restUntil = (moment: string) => Math.max(0, new Date(moment).getTime() - clock.now())
