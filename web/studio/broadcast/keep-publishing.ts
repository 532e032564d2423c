import { ApiProblem, callApi } from '../../data/api.ts'
import { type PublisherStats, publishStream, type StreamPublisher } from '../../video/publish-stream.ts'
import { OfferRefused } from '../../video/whip-whep.ts'

/** `impossible`: repeated attempts have failed; the network seems to block video. */
export type PublishingState = 'connecting' | 'sending' | 'interrupted' | 'impossible'
type Given = {
  account: string
  show: string
  stream: MediaStream
  told: (way: PublishingState) => void
}

const pauses = [500, 1000, 2000, 4000, 8000]
const hopeless = 5

/** Sends the video until it is stopped, and reconnects whenever the connection breaks or the network changes. */
export function keepPublishing({ account, show, stream: first, told }: Given) {
  const life = new AbortController()
  let stream = first
  let line: StreamPublisher | undefined
  let failures = 0

  const begin = async () => {
    const { url } = await callApi('GET /accounts/:account/shows/:show/whip', { params: { account, show } })
    line = await publishStream({ stream, url })
    if (life.signal.aborted) line.stop()
  }
  const run = async () => {
    told('connecting')
    while (!life.signal.aborted) {
      const began = performance.now()
      try {
        await begin()
        await line?.ended
        // The connection lasted for some time, so the next attempt follows at once.
        if (performance.now() - began > 30_000) failures = 0
      } catch (error) {
        if (isRefused(error)) return told('interrupted')
      }
      line = undefined
      if (life.signal.aborted) return
      failures++
      told(failures >= hopeless ? 'impossible' : 'interrupted')
      await rest(pauses[failures - 1] ?? 8000, life.signal)
    }
  }
  void run()

  return {
    /** The statistics of the connection; undefined while there is none. */
    async look(): Promise<PublisherStats | undefined> {
      const figures = await line?.stats()
      if (figures && figures.bitrate > 0) {
        failures = 0
        told('sending')
      }
      return figures
    },
    /** Sends the video and sound of another camera or microphone. */
    async replace(next: MediaStream) {
      stream = next
      if (line && !(await line.replace(next))) line.stop()
    },
    stop() {
      life.abort()
      line?.stop()
    },
  }
}

/** Whether the server has refused the video for good, so that waiting is of no use. */
const isRefused = (error: unknown) =>
  (error instanceof OfferRefused || error instanceof ApiProblem) &&
  [401, 403, 404, 409].includes(error.status)

/** Waits for this time, or until the network is back. */
const rest = (time: number, signal: AbortSignal) =>
  new Promise<void>((done) => {
    const over = () => {
      clearTimeout(timer)
      removeEventListener('online', over)
      done()
    }
    const timer = setTimeout(over, time)
    addEventListener('online', over)
    signal.addEventListener('abort', over, { once: true })
  })
