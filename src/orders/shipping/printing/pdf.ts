import bwip from 'bwip-js/node'
import PDFDocument from 'pdfkit'

/*
 * PDF pages for the printer. They use the standard fonts of PDF, which contain the Latin letters of Western Europe.
 * Other Latin letters are printed without their marks, as is usual in international addresses.
 */
export type PdfDocument = InstanceType<typeof PDFDocument>

export const pdfFonts = { plain: 'Helvetica', bold: 'Helvetica-Bold' } as const

const unprintable = /[^\x20-\x7e\xa0-\xff€‚ƒ„…†‡ˆ‰Š‹ŒŽ‘’“”•–—˜™š›œžŸ]/gu
const replacements: Record<string, string> = {
  Ł: 'L',
  ł: 'l',
  Đ: 'D',
  đ: 'd',
  ı: 'i',
  Ħ: 'H',
  ħ: 'h',
  '\u202f': ' ',
}

/** Replaces every character that cannot be printed. */
export const printableText = (text: string): string =>
  text
    .normalize('NFC')
    .replace(
      unprintable,
      (letter) =>
        replacements[letter] ??
        (letter.normalize('NFD').replaceAll(/\p{M}/gu, '').replace(unprintable, '?') || '?'),
    )

/**
 * Draws one item after the other and yields finished pages while the next items are read.
 * @param draw draws one item, beginning with a new page
 */
export async function* printPages<T>(
  size: 'A5' | 'A6',
  batches: AsyncIterable<T[]>,
  draw: (paper: PdfDocument, one: T) => void,
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

/** Draws a Code 128 barcode as wide as the box allows, with a quiet zone of ten modules on each side. */
export function drawBarcode(paper: PdfDocument, text: string, { x, y, width, height }: Box): void {
  const [{ sbs }] = bwip.raw({ bcid: 'code128', text }) as unknown as [{ sbs: number[] }]
  const module = width / (sbs.reduce((sum, bar) => sum + bar, 0) + 20)
  let at = x + 10 * module
  for (const [place, bar] of sbs.entries()) {
    if (place % 2 === 0) paper.rect(at, y, bar * module, height)
    at += bar * module
  }
  paper.fill('black')
}
