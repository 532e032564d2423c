import { type Language, words } from '../ground/words.ts'
import { barcode, fonts, type Paper, printable } from './paper.ts'
import type { ShipmentView } from './shipment.ts'

export type Printed = { parcel: ShipmentView; sender: string; language: Language }

const margin = 14

/** The label of our carrier, A6. The sandbox's says that it is one, twice. */
export function labelPage(paper: Paper, { parcel, sender, language }: Printed): void {
  const t = words(language)
  paper.addPage()
  const { width, height } = paper.page
  const column = { width: width - 2 * margin, lineGap: 1 }
  const say = (font: keyof typeof fonts, size: number, text: string, options = {}) =>
    paper.font(fonts[font], size).text(printable(text), { ...column, ...options })

  banner(paper, 0, t('parcels:paper.sandbox'))
  paper.fillColor('black')
  paper.x = margin
  paper.y = 34
  say('plain', 8, t('parcels:paper.from'))
  say('bold', 10, sender, { height: 26, ellipsis: true })
  paper.y += 6
  paper
    .moveTo(margin, paper.y)
    .lineTo(width - margin, paper.y)
    .lineWidth(0.75)
    .stroke()
  paper.y += 8
  say('plain', 8, t('parcels:paper.to'))
  const [name = '', ...rest] = addressLines(parcel.address, language)
  say('bold', 16, name, { height: 40, ellipsis: true })
  for (const line of rest) say('plain', 12, line, { height: 32, ellipsis: true })

  const foot = height - 150
  paper
    .moveTo(margin, foot)
    .lineTo(width - margin, foot)
    .stroke()
  paper.y = foot + 6
  const weight = `${((parcel.weightGrams ?? 0) / 1000).toLocaleString(language)} kg`
  const codes = parcel.orders.map(({ code }) => code).join(' ')
  say('plain', 9, `${t('parcels:paper.weight', { weight })}    ${t('parcels:paper.orders', { codes })}`, {
    height: 24,
    ellipsis: true,
  })
  const tracking = parcel.tracking ?? ''
  barcode(paper, tracking, { x: margin, y: foot + 34, width: column.width, height: 68 })
  paper.y = foot + 107
  say('bold', 13, tracking, { align: 'center', characterSpacing: 1.5 })
  banner(paper, height - 24, t('parcels:paper.sandbox'))
}

function banner(paper: Paper, y: number, text: string) {
  paper.rect(0, y, paper.page.width, 24).fill('black')
  paper.fillColor('white').font(fonts.bold, 10)
  paper.text(printable(text), 0, y + 7, { width: paper.page.width, align: 'center', lineBreak: false })
  paper.fillColor('black')
}

/** The address as it stands on a parcel, its country by name. */
export function addressLines(address: ShipmentView['address'], language: Language): string[] {
  if (!address) return []
  const { name, line1, line2, postalCode, city, region, country } = address
  const land = new Intl.DisplayNames([language], { type: 'region' }).of(country) ?? country
  const lines = [name, line1, line2, `${postalCode} ${city}`.trim(), region, land.toUpperCase()]
  return lines.filter((line) => line !== '')
}
