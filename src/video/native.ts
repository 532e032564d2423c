import type * as Native from 'node-datachannel'
import { Refusal } from '../door/errors.ts'
import { report } from '../ground/report.ts'

export type Library = typeof Native

let users = 0
let loading: Promise<Library> | undefined

/**
 * The WebRTC library, loaded when it is first needed: the server starts without it, and goes on where there is no
 * binary of it. To be given back once, by `release`. @throws Refusal video_unavailable
 */
export async function hold(): Promise<Library> {
  users++
  loading ??= import('node-datachannel').then((library) => {
    library.initLogger('Error', (level, message) => report(`video (${level})`, new Error(message)))
    return library
  })
  try {
    return await loading
  } catch (error) {
    users--
    throw unavailable(error)
  }
}

/** What no one who offers can help: told to the operator. */
export function unavailable(error: unknown): Refusal {
  report('video', error)
  return new Refusal('video_unavailable')
}

/** The last one to release stops the library's threads, which would keep the process alive. */
export async function release(): Promise<void> {
  if (--users > 0) return
  const library = await loading
  if (users === 0) library?.cleanup()
}

/** What the library calls: an error thrown in there would end the process. */
export const guarded =
  <Given extends unknown[]>(
    act: (...given: Given) => void,
    failed: (error: unknown) => void = (error) => report('video', error),
  ) =>
  (...given: Given): void => {
    try {
      act(...given)
    } catch (error) {
      failed(error)
    }
  }
