import { inflateSync } from 'node:zlib'

/** What each page of our PDFs contains: its texts, and the filled rectangles as [x, width]. */
export type PdfPage = { texts: string[]; bars: [number, number][] }

/** Reads a PDF that this product made, with standard fonts and deflated streams. @throws if it is not one */
export function readPdfPages(pdf: Buffer): PdfPage[] {
  const file = pdf.toString('latin1')
  if (!file.startsWith('%PDF-1.') || !file.trimEnd().endsWith('%%EOF')) throw new Error('not a whole PDF')
  const objects = file.split('endobj\n').map((text) => /(\d+) 0 obj\n([\s\S]*)$/.exec(text) ?? [])
  const contentOf = (wanted: string) => {
    const [, , object = ''] = objects.find(([, id]) => id === wanted) ?? []
    const stream = object.slice(object.indexOf('stream\n') + 7, object.lastIndexOf('\nendstream'))
    return inflateSync(Buffer.from(stream, 'latin1')).toString('latin1')
  }
  return objects.flatMap(([, , object = '']) => {
    const [, contents] = /^<<\n\/Type \/Page\n[\s\S]*\/Contents (\d+) 0 R/.exec(object) ?? []
    return contents ? [drawn(contentOf(contents))] : []
  })
}

function drawn(content: string): PdfPage {
  const texts = [...content.matchAll(/\[([^\]]*)\] TJ/g)].map(([, parts = '']) =>
    [...parts.matchAll(/<([0-9a-f]*)>/g)].map(([, hex = '']) => decoded(hex)).join(''),
  )
  const number = '(-?[\\d.]+)'
  const rectangle = new RegExp(`${number} ${number} ${number} ${number} re`, 'g')
  const bars = [...content.matchAll(rectangle)].map(([, x, , width]): [number, number] => [
    Number(x),
    Number(width),
  ])
  return { texts, bars }
}

const decoded = (hex: string) => new TextDecoder('windows-1252').decode(Buffer.from(hex, 'hex'))

/**
 * Code 128's symbols as widths of bars and spaces in modules (ISO/IEC 15417), from 0 to 105, and the stop pattern.
 */
const symbols = (
  '212222222122222221121223121322131222122213122312132212221213221312231212112232122132122231113222123122' +
  '123221223211221132221231213212223112312131311222321122321221312212322112322211212123212321232121111323' +
  '131123131321112313132113132311211313231113231311112133112331132131113123113321133121313121211331231131' +
  '213113213311213131311123311321331121312113312311332111314111221411431111111224111422121124121421141122' +
  '141221112214112412122114122411142112142211241211221114413111241112134111111242121142121241114212124112' +
  '124211411212421112421211212141214121412121111143111341131141114113114311411113411311113141114131311141' +
  '411131211412211214211232'
).match(/\d{6}/g) as string[]
const end = '2331112'

/** Decodes bars as a scanner does. @throws if they are not Code 128, or the check symbol is wrong */
export function decodeBarcode(bars: [number, number][]): string {
  const module = Math.min(...bars.map(([, width]) => width))
  const widths = bars.flatMap(([x, width], place) => {
    const next = bars[place + 1]
    return [width, ...(next ? [next[0] - x - width] : [])].map((part) => Math.round(part / module))
  })
  const all = widths.join('')
  if (!all.endsWith(end)) throw new Error('no end of a Code 128')
  const values = (all.slice(0, -end.length).match(/\d{6}/g) ?? []).map((one) => symbols.indexOf(one))
  const check = values.pop()
  const sum = values.reduce((total, value, place) => total + value * Math.max(1, place), 0)
  if (values.includes(-1) || sum % 103 !== check) throw new Error('a Code 128 that does not check')
  return read(values)
}

function read([start, ...values]: number[]): string {
  let set = ['A', 'B', 'C'][(start ?? 0) - 103]
  let text = ''
  for (const value of values) {
    if (value === 99 && set !== 'C') set = 'C'
    else if (value === 100 && set !== 'B') set = 'B'
    else if (value === 101 && set !== 'A') set = 'A'
    else text += set === 'C' ? String(value).padStart(2, '0') : String.fromCharCode(value + 32)
  }
  return text
}
