import type * as Native from 'node-datachannel'
import { Refusal } from '../errors/refusal.ts'
import { logError } from '../platform/log.ts'

export type WebRtcLibrary = typeof Native

let users = 0
let loading: Promise<WebRtcLibrary> | undefined

/**
 * Loads the WebRTC library when it is first needed, so that the server also starts on systems for which the library has
 * no binary. Each call must be matched by a call of `releaseLibrary`.
 * @throws Refusal video_unavailable
 */
export async function acquireLibrary(): Promise<WebRtcLibrary> {
  users++
  loading ??= import('node-datachannel').then((library) => {
    library.initLogger('Error', (level, message) => logError(`video (${level})`, new Error(message)))
    return library
  })
  try {
    return await loading
  } catch (error) {
    users--
    throw videoUnavailable(error)
  }
}

/** Logs a failure that only the operator can repair, and returns the refusal for it. */
export function videoUnavailable(error: unknown): Refusal {
  logError('video', error)
  return new Refusal('video_unavailable')
}

/** The last release stops the library's threads, which would keep the process alive. */
export async function releaseLibrary(): Promise<void> {
  if (--users > 0) return
  const library = await loading
  if (users === 0) library?.cleanup()
}

/** Wraps a function that the library calls, because an error that is thrown there would end the process. */
export const guardCallback =
  <Given extends unknown[]>(
    act: (...given: Given) => void,
    failed: (error: unknown) => void = (error) => logError('video', error),
  ) =>
  (...given: Given): void => {
    try {
      act(...given)
    } catch (error) {
      failed(error)
    }
  }
