import { NoMediaPath, receiveStream, type StreamReceiver } from './receive-stream.ts'

const checkEveryMs = 500
/** Milliseconds without new video after which this is shown, and after which a new connection is tried. */
const interruptedAfterMs = 3000
const reconnectAfterMs = 6000
const pausesMs = [500, 1000, 2000, 4000, 8000, 15_000]
const rarePauseMs = 30_000

/** `impossible`: no video passes through this network. It is tried again at long intervals. */
export type PlayState = 'connecting' | 'playing' | 'interrupted' | 'impossible'
export type PlayerStats = {
  framesDecoded: number
  /** Lost packets of the video, and of the sound, which is not sent again but concealed. */
  lost: number
  lostSound: number
  jitter: number
  width: number
  height: number
}
export type StreamPlayer = { stop(): void; stats(): Promise<PlayerStats> }

type Given = { url: string; video: HTMLVideoElement; state(now: PlayState): void }

/**
 * Plays the stream at an address until it is stopped. When the host changes, the connection stays the same. When
 * nothing arrives for some seconds, a second connection is made; the first one is kept until then, since it may
 * recover earlier.
 */
export function playStream({ url, video, state }: Given): StreamPlayer {
  const life = new AbortController()
  let line: StreamReceiver | undefined
  let said: PlayState | undefined
  let [attempt, failed, quietSince] = [0, 0, performance.now()]

  function say(now: PlayState) {
    if (now === said || life.signal.aborted) return
    said = now
    state(now)
  }

  const goesOn = () => {
    ;[quietSince, attempt, failed] = [performance.now(), 0, 0]
    say('playing')
  }

  /** Checks whether video arrives. @returns whether to try a new connection */
  async function look(): Promise<boolean> {
    if (!line) return true
    if (await line.goesOn()) goesOn()
    // Browsers may stop decoding video in a hidden tab.
    if (document.hidden) quietSince = performance.now()
    const quiet = performance.now() - quietSince
    if (quiet > interruptedAfterMs && said === 'playing') say('interrupted')
    return quiet > reconnectAfterMs
  }

  async function tryAnew() {
    try {
      const next = await receiveStream(url, (stream) => {
        if (!line) video.srcObject = stream
      })
      if (life.signal.aborted) return next.close()
      line?.close()
      line = next
      if (video.srcObject !== next.stream) video.srcObject = next.stream
      quietSince = performance.now()
    } catch (error) {
      // For any other error (nobody on the air, a full show, no network), a later attempt may succeed.
      if (error instanceof NoMediaPath) failed++
    }
  }

  async function live() {
    say('connecting')
    for (let next = 0; !life.signal.aborted; await rest(checkEveryMs, life.signal)) {
      // A connection whose statistics cannot be read counts as lost.
      const isLost = await look().catch(() => true)
      if (!isLost || performance.now() < next) continue
      await tryAnew()
      if (failed >= 2) say('impossible')
      next = performance.now() + (failed >= 2 ? rarePauseMs : (pausesMs[attempt++] ?? rarePauseMs))
    }
  }

  const leave = () => {
    if (life.signal.aborted) return
    life.abort()
    removeEventListener('pagehide', leave)
    video.removeEventListener('loadeddata', goesOn)
    line?.close()
    video.srcObject = null
  }
  addEventListener('pagehide', leave)
  video.addEventListener('loadeddata', goesOn)
  live().catch(reportError)
  return {
    stop: leave,
    async stats() {
      const all = (await line?.received()) ?? []
      const picture = all.find(({ kind }) => kind === 'video')
      return {
        framesDecoded: picture?.framesDecoded ?? 0,
        lost: picture?.packetsLost ?? 0,
        lostSound: all.find(({ kind }) => kind === 'audio')?.packetsLost ?? 0,
        jitter: picture?.jitter ?? 0,
        width: picture?.frameWidth ?? 0,
        height: picture?.frameHeight ?? 0,
      }
    },
  }
}

const rest = (time: number, signal: AbortSignal) =>
  new Promise<void>((done) => {
    const over = () => {
      clearTimeout(timer)
      signal.removeEventListener('abort', over)
      done()
    }
    const timer = setTimeout(over, time)
    signal.addEventListener('abort', over)
  })
