import type { PublisherStats } from '../../video/publish-stream.ts'

export type StreamQuality = 'good' | 'weak' | 'bad'

type Limits = { loss: number; delay: number; width: number; pictures: number }
const bad: Limits = { loss: 10, delay: 1000, width: 300, pictures: 5 }
const weak: Limits = { loss: 3, delay: 400, width: 600, pictures: 12 }

const isBeyond = (figures: PublisherStats, { loss, delay, width, pictures }: Limits, hasPicture: boolean) =>
  figures.lossPercent > loss ||
  figures.roundTripMs > delay ||
  (hasPicture && (Math.max(figures.width, figures.height) < width || figures.framesPerSecond < pictures))

/**
 * An estimate of what viewers see, from the packet loss, the delay, and how far the browser had to reduce the
 * quality.
 */
export function streamQuality(figures: PublisherStats, hasPicture: boolean): StreamQuality {
  if (figures.bitrate === 0 || isBeyond(figures, bad, hasPicture)) return 'bad'
  return isBeyond(figures, weak, hasPicture) ? 'weak' : 'good'
}
