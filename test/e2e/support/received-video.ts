import type { BrowserContext, Page } from '@playwright/test'
import { expect } from './fixtures.ts'

type Listening = Window & { peers: RTCPeerConnection[] }

/** Records the peer connections of a context's pages, so that tests can read what they receive. */
export const recordPeerConnections = (context: BrowserContext) =>
  context.addInitScript(() => {
    const peers: RTCPeerConnection[] = []
    Object.assign(window, { peers })
    window.RTCPeerConnection = class extends RTCPeerConnection {
      constructor(configuration?: RTCConfiguration) {
        super(configuration)
        peers.push(this)
      }
    }
  })

/** What all connections have received: decoded frames, packets of sound, and the sound's energy. */
const received = (page: Page) =>
  page.evaluate(async () => {
    const sums = { frames: 0, packets: 0, energy: 0 }
    for (const peer of (window as unknown as Listening).peers) {
      for (const entry of (await peer.getStats()).values()) {
        if (entry.type !== 'inbound-rtp') continue
        if (entry.kind === 'video') sums.frames += entry.framesDecoded
        else {
          sums.packets += entry.packetsReceived
          sums.energy += entry.totalAudioEnergy ?? 0
        }
      }
    }
    return sums
  })

/** The video's current frame in small; empty while there is none. */
const glimpse = (page: Page) =>
  page.evaluate(() => {
    const video = document.querySelector('video')
    if (!video?.videoWidth || video.paused) return { pixels: '', ratio: 0 }
    const canvas = Object.assign(document.createElement('canvas'), { width: 64, height: 36 })
    canvas.getContext('2d')?.drawImage(video, 0, 0, 64, 36)
    return { pixels: canvas.toDataURL(), ratio: video.videoWidth / video.videoHeight }
  })

/** Whether the video's frame differs from the one a moment before. */
async function moves(page: Page): Promise<boolean> {
  const before = await glimpse(page)
  await page.waitForTimeout(700)
  const after = await glimpse(page)
  return after.pixels !== '' && before.pixels !== after.pixels
}

/** Checks that the page shows moving video in the camera's format, decoded from received packets. */
export async function expectMovingPicture(page: Page): Promise<void> {
  const { frames } = await received(page)
  await expect.poll(() => moves(page), { timeout: 45_000 }).toBe(true)
  await expect
    .poll(async () => (await received(page)).frames, { timeout: 45_000 })
    .toBeGreaterThan(frames + 10)
  expect((await glimpse(page)).ratio).toBeCloseTo(16 / 9, 1)
}

/** Checks that the page plays the camera's beeps. */
export async function expectSound(page: Page): Promise<void> {
  const { packets, energy } = await received(page)
  await expect
    .poll(async () => (await received(page)).packets, { timeout: 45_000 })
    .toBeGreaterThan(packets + 50)
  await expect.poll(async () => (await received(page)).energy, { timeout: 45_000 }).toBeGreaterThan(energy)
}

/** Checks that the video no longer moves. */
export async function expectFrozenPicture(page: Page): Promise<void> {
  await expect.poll(() => moves(page), { timeout: 45_000 }).toBe(false)
  const { frames } = await received(page)
  await page.waitForTimeout(1500)
  expect((await received(page)).frames).toBe(frames)
}
