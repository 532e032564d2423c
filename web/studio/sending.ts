import { call, Problem } from '../api.ts'
import { Unanswered } from '../video/exchange.ts'
import { publish, type Sending, type SendingFigures } from '../video/publish.ts'

/** `impossible`: it was tried again and again; the network seems to let no video through. */
export type Way = 'connecting' | 'sending' | 'interrupted' | 'impossible'
type Given = {
  account: string
  show: string
  stream: MediaStream
  told: (way: Way) => void
}

const pauses = [500, 1000, 2000, 4000, 8000]
const hopeless = 5

/** Sends the picture until it is stopped, and begins anew whenever the line breaks or another network is there. */
export function keepSending({ account, show, stream: first, told }: Given) {
  const life = new AbortController()
  let stream = first
  let line: Sending | undefined
  let failures = 0

  const begin = async () => {
    const { url } = await call('GET /accounts/:account/shows/:show/whip', { params: { account, show } })
    line = await publish({ stream, url })
    if (life.signal.aborted) line.stop()
  }
  const run = async () => {
    told('connecting')
    while (!life.signal.aborted) {
      const began = performance.now()
      try {
        await begin()
        await line?.ended
        // A line that held for a while was a good one: the next is tried at once.
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
    /** How it goes; undefined while there is no line. */
    async look(): Promise<SendingFigures | undefined> {
      const figures = await line?.stats()
      if (figures && figures.bitrate > 0) {
        failures = 0
        told('sending')
      }
      return figures
    },
    /** Sends what another camera or microphone gives. */
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

/** It is not for us to send any more: there is nothing to wait for. */
const isRefused = (error: unknown) =>
  (error instanceof Unanswered || error instanceof Problem) && [401, 403, 404, 409].includes(error.status)

/** Waits for a time, or for the network to be back. */
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
