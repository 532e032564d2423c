import bwip from 'bwip-js/node'
import PDFDocument from 'pdfkit'

/*
 * What goes to the printer. The fonts are those that every reader of PDF has; they hold the Latin letters of Western
 * Europe, and other Latin letters are printed without their marks, as addresses are written abroad.
 */
export type Paper = InstanceType<typeof PDFDocument>

export const fonts = { plain: 'Helvetica', bold: 'Helvetica-Bold' } as const

const foreign = /[^\x20-\x7e\xa0-\xff€‚ƒ„…†‡ˆ‰Š‹ŒŽ‘’“”•–—˜™š›œžŸ]/gu
const plainly: Record<string, string> = {
  Ł: 'L',
  ł: 'l',
  Đ: 'D',
  đ: 'd',
  ı: 'i',
  Ħ: 'H',
  ħ: 'h',
  '\u202f': ' ',
}

/** What of a text can be printed. */
export const printable = (text: string): string =>
  text
    .normalize('NFC')
    .replace(
      foreign,
      (letter) =>
        plainly[letter] ?? (letter.normalize('NFD').replaceAll(/\p{M}/gu, '').replace(foreign, '?') || '?'),
    )

/**
 * Prints page after page, and hands over what is done while the rest is being read.
 * @param draw begins a page of its own
 */
export async function* printed<T>(
  size: 'A5' | 'A6',
  batches: AsyncIterable<T[]>,
  draw: (paper: Paper, one: T) => void,
): AsyncIterable<Uint8Array> {
  const paper = new PDFDocument({ size, margin: 0, autoFirstPage: false })
  for await (const batch of batches) {
    for (const one of batch) draw(paper, one)
    const done = paper.read()
    if (done) yield done as Buffer
  }
  paper.end()
  yield* paper as unknown as AsyncIterable<Buffer>
}

type Box = { x: number; y: number; width: number; height: number }

/** A Code 128 barcode as wide as the box allows, with ten modules of quiet on each side. */
export function barcode(paper: Paper, text: string, { x, y, width, height }: Box): void {
  const [{ sbs }] = bwip.raw({ bcid: 'code128', text }) as unknown as [{ sbs: number[] }]
  const module = width / (sbs.reduce((sum, bar) => sum + bar, 0) + 20)
  let at = x + 10 * module
  for (const [place, bar] of sbs.entries()) {
    if (place % 2 === 0) paper.rect(at, y, bar * module, height)
    at += bar * module
  }
  paper.fill('black')
}
