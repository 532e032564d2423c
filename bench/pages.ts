import type { BrowserContext, Page } from '@playwright/test'
import type { Sending } from '../web/video/publish.ts'
import type { Watching } from '../web/video/watch.ts'

/* What the pages of a measurement do, by the dashboard's own code. */
type Tab = typeof globalThis & { sending: Sending; watching: Watching }

/** Sends the fake camera, or with `clock` a picture that shows the time in sixteen black and white fields. */
export async function openPublisher(context: BrowserContext, origin: string, clock = false): Promise<Page> {
  const page = await context.newPage()
  await page.goto(origin)
  await page.evaluate(async (shown) => {
    const { publish, picture } = await import('/web/video/publish.ts' as string)
    const clockOf = () => {
      const canvas = Object.assign(document.createElement('canvas'), { width: 1280, height: 720 })
      const pen = canvas.getContext('2d') as CanvasRenderingContext2D
      const draw = () => {
        const now = Date.now() & 0xffff
        for (let bit = 0; bit < 16; bit++) {
          pen.fillStyle = (now >> bit) & 1 ? '#fff' : '#000'
          pen.fillRect(bit * 80, 0, 80, 720)
        }
      }
      setInterval(draw, 1000 / 30)
      return canvas.captureStream(30)
    }
    const stream = shown
      ? clockOf()
      : await navigator.mediaDevices.getUserMedia({ audio: true, video: picture })
    ;(globalThis as Tab).sending = await publish({ stream, url: '/whip' })
  }, clock)
  return page
}

export const sendingFigures = (page: Page) => page.evaluate(() => (globalThis as Tab).sending.stats())

export async function openViewer(context: BrowserContext, origin: string): Promise<Page> {
  const page = await context.newPage()
  await page.goto(origin)
  return page
}

/** Milliseconds from the wish to watch to the first picture. The page goes on watching. */
export const firstPicture = (page: Page): Promise<number> =>
  page.evaluate(async () => {
    const { watch } = await import('/web/video/watch.ts' as string)
    const video = document.querySelector('video') as HTMLVideoElement
    const begun = performance.now()
    const seen = new Promise<number>((done) =>
      video.requestVideoFrameCallback(() => done(performance.now() - begun)),
    )
    ;(globalThis as Tab).watching = await watch({ url: '/whep', video, state: () => undefined })
    return seen
  })

export const stopWatching = (page: Page) => page.evaluate(() => (globalThis as Tab).watching.stop())

export const watchingFigures = (page: Page) =>
  page.evaluate(async () => {
    const figures = await (globalThis as Tab).watching.stats()
    const quality = document.querySelector('video')?.getVideoPlaybackQuality()
    return { ...figures, at: performance.now(), shown: quality?.totalVideoFrames ?? 0 }
  })

/** Milliseconds from drawing a picture to showing it, of all pictures of some seconds. */
export const delays = (page: Page, seconds: number): Promise<number[]> =>
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
