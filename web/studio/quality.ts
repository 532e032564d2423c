import type { SendingFigures } from '../video/publish.ts'

export type Quality = 'good' | 'weak' | 'bad'

type Limits = { loss: number; delay: number; width: number; pictures: number }
const bad: Limits = { loss: 10, delay: 1000, width: 300, pictures: 5 }
const weak: Limits = { loss: 3, delay: 400, width: 600, pictures: 12 }

const isBeyond = (figures: SendingFigures, { loss, delay, width, pictures }: Limits, hasPicture: boolean) =>
  figures.lossPercent > loss ||
  figures.roundTripMs > delay ||
  (hasPicture && (Math.max(figures.width, figures.height) < width || figures.framesPerSecond < pictures))

/** How viewers are likely to see it: what the line loses, how late it is, and how far the browser had to go down. */
export function qualityOf(figures: SendingFigures, hasPicture: boolean): Quality {
  if (figures.bitrate === 0 || isBeyond(figures, bad, hasPicture)) return 'bad'
  return isBeyond(figures, weak, hasPicture) ? 'weak' : 'good'
}
