import type { BrowserContext, Page } from '@playwright/test'
import type { StreamPlayer } from '../web/video/play-stream.ts'
import type { StreamPublisher } from '../web/video/publish-stream.ts'

/* The pages of a measurement. They use the dashboard's own code. */
type Tab = typeof globalThis & { sending: StreamPublisher; watching: StreamPlayer }

/**
 * Sends the fake camera or a drawn picture. `clock` shows the time in sixteen black and white fields; `busy` moves so
 * much that it needs the whole bitrate, as a hand-held camera does.
 */
export async function openPublisherPage(
  context: BrowserContext,
  origin: string,
  what: 'camera' | 'clock' | 'busy',
): Promise<Page> {
  const page = await context.newPage()
  await page.goto(origin)
  await page.evaluate(async (shown) => {
    const { publishStream, cameraConstraints } = await import('/web/video/publish-stream.ts' as string)
    const canvas = Object.assign(document.createElement('canvas'), { width: 1280, height: 720 })
    const pen = canvas.getContext('2d') as CanvasRenderingContext2D
    const clock = () => {
      const now = Date.now() & 0xffff
      for (let bit = 0; bit < 16; bit++) {
        pen.fillStyle = (now >> bit) & 1 ? '#fff' : '#000'
        pen.fillRect(bit * 80, 0, 80, 720)
      }
    }
    const busy = () => {
      const turn = performance.now() / 1000
      for (let nth = 0; nth < 120; nth++) {
        pen.fillStyle = `hsl(${(nth * 47 + turn * 60) % 360} 70% ${30 + (nth % 5) * 10}%)`
        const [x, y] = [
          Math.sin(turn * (1 + (nth % 7)) + nth) + 1,
          Math.cos(turn * (1 + (nth % 5)) + nth * 2) + 1,
        ]
        pen.fillRect(x * 600, y * 330, 40 + (nth % 9) * 12, 30 + (nth % 4) * 20)
      }
    }
    const drawn = () => {
      setInterval(shown === 'clock' ? clock : busy, 1000 / 30)
      return canvas.captureStream(30).getTracks()
    }
    const camera = await navigator.mediaDevices.getUserMedia({ audio: true, video: cameraConstraints })
    const tracks = shown === 'camera' ? camera.getVideoTracks() : drawn()
    const stream = new MediaStream([...tracks, ...camera.getAudioTracks()])
    ;(globalThis as Tab).sending = await publishStream({ stream, url: '/whip' })
  }, what)
  return page
}

export const publisherStats = (page: Page) => page.evaluate(() => (globalThis as Tab).sending.stats())

export async function openViewerPage(context: BrowserContext, origin: string): Promise<Page> {
  const page = await context.newPage()
  await page.goto(origin)
  return page
}

/** Milliseconds from starting to watch to the first frame. The page keeps watching. */
export const timeToFirstPicture = (page: Page): Promise<number> =>
  page.evaluate(async () => {
    const { playStream } = await import('/web/video/play-stream.ts' as string)
    const video = document.querySelector('video') as HTMLVideoElement
    const begun = performance.now()
    const seen = new Promise<number>((done) =>
      video.requestVideoFrameCallback(() => done(performance.now() - begun)),
    )
    ;(globalThis as Tab).watching = playStream({ url: '/whep', video, state: () => undefined })
    return seen
  })

export const stopViewer = (page: Page) => page.evaluate(() => (globalThis as Tab).watching.stop())

export const viewerStats = (page: Page) =>
  page.evaluate(async () => {
    const figures = await (globalThis as Tab).watching.stats()
    const quality = document.querySelector('video')?.getVideoPlaybackQuality()
    return { ...figures, at: performance.now(), shown: quality?.totalVideoFrames ?? 0 }
  })

/** Milliseconds from drawing a frame to showing it, for all frames of some seconds. */
export const measurePictureDelays = (page: Page, seconds: number): Promise<number[]> =>
  page.evaluate(async (time) => {
    const video = document.querySelector('video') as HTMLVideoElement
    const canvas = Object.assign(document.createElement('canvas'), { width: 320, height: 180 })
    const pen = canvas.getContext('2d', { willReadFrequently: true }) as CanvasRenderingContext2D
    const found: number[] = []
    const read = () => {
      const now = Date.now()
      pen.drawImage(video, 0, 0, 320, 180)
      const line = pen.getImageData(0, 90, 320, 1).data
      let shown = 0
      for (let bit = 0; bit < 16; bit++) if ((line[(bit * 20 + 10) * 4] ?? 0) > 128) shown |= 1 << bit
      found.push((now - shown) & 0xffff)
      video.requestVideoFrameCallback(read)
    }
    video.requestVideoFrameCallback(read)
    await new Promise((done) => setTimeout(done, time * 1000))
    return found.filter((delay) => delay < 20_000)
  }, seconds)
