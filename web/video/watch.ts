import { type Line, NoWay, openLine } from './line.ts'

const beat = 500
/** So long nothing new: said; and so long: tried anew. */
const hesitation = 3000
const stall = 6000
const pauses = [500, 1000, 2000, 4000, 8000, 15_000]
const rare = 30_000

/** `impossible`: no video passes through this network; it is tried again, rarely. */
export type State = 'connecting' | 'playing' | 'interrupted' | 'impossible'
export type WatchingFigures = {
  framesDecoded: number
  /** Packets that never came: of the picture, and of the sound, which is not sent again but patched. */
  lost: number
  lostSound: number
  jitter: number
  width: number
  height: number
}
export type Watching = { stop(): void; stats(): Promise<WatchingFigures> }

type Given = { url: string; video: HTMLVideoElement; state(now: State): void }

/**
 * Plays what is sent at an address until stopped. The next host takes over on the same connection; when nothing comes
 * for some seconds another one is made, and the old one kept until then: it may be the first to go on.
 */
export async function watch({ url, video, state }: Given): Promise<Watching> {
  const life = new AbortController()
  let line: Line | undefined
  let said: State | undefined
  let [attempt, failed, quietSince] = [0, 0, performance.now()]

  function say(now: State) {
    if (now === said || life.signal.aborted) return
    said = now
    state(now)
  }

  const goesOn = () => {
    ;[quietSince, attempt, failed] = [performance.now(), 0, 0]
    say('playing')
  }

  /** Looks whether pictures come. @returns whether to try anew */
  async function look(): Promise<boolean> {
    if (!line) return true
    if (await line.goesOn()) goesOn()
    // Browsers may stop decoding what nobody sees.
    if (document.hidden) quietSince = performance.now()
    const quiet = performance.now() - quietSince
    if (quiet > hesitation && said === 'playing') say('interrupted')
    return quiet > stall
  }

  async function tryAnew() {
    try {
      const next = await openLine(url, (stream) => {
        if (!line) video.srcObject = stream
      })
      if (life.signal.aborted) return next.close()
      line?.close()
      line = next
      if (video.srcObject !== next.stream) video.srcObject = next.stream
      quietSince = performance.now()
    } catch (error) {
      // Whatever else it is (nobody on the air, a full show, no network), the next attempt may do better.
      if (error instanceof NoWay) failed++
    }
  }

  async function live() {
    say('connecting')
    for (let next = 0; !life.signal.aborted; await rest(beat, life.signal)) {
      if (!(await look()) || performance.now() < next) continue
      await tryAnew()
      if (failed >= 2) say('impossible')
      next = performance.now() + (failed >= 2 ? rare : (pauses[attempt++] ?? rare))
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
  live()
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
