import { guardCallback } from './webrtc-library.ts'

/** Milliseconds between two requests. Key frames are large, so at most one is requested within this time. */
const requestIntervalMs = 300

export type KeyFrameRequests = { ask(): void; stop(): void }

/**
 * Requests a key frame at once, or as soon as `requestIntervalMs` has passed since the last request. A viewer who joins
 * therefore gets one soon, even if another viewer has just asked.
 */
export function makeKeyFrameRequests(send: () => void): KeyFrameRequests {
  let last = Number.NEGATIVE_INFINITY
  let waiting: NodeJS.Timeout | undefined
  const now = () => {
    waiting = undefined
    last = performance.now()
    send()
  }
  return {
    ask() {
      const restMs = last + requestIntervalMs - performance.now()
      if (restMs <= 0) now()
      else waiting ??= setTimeout(guardCallback(now), restMs)
    },
    stop: () => clearTimeout(waiting),
  }
}
