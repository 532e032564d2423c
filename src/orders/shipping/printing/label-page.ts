import { type Language, translate } from '../../../platform/format/i18n.ts'
import type { ShipmentView } from '../shipment.ts'
import { drawBarcode, type PdfDocument, pdfFonts, printableText } from './pdf.ts'

export type PrintedShipment = { shipment: ShipmentView; sender: string; language: Language }

const margin = 14

/** Draws our carrier's label on an A6 page. The sandbox's label says twice that it is not valid for postage. */
export function drawLabel(paper: PdfDocument, { shipment, sender, language }: PrintedShipment): void {
  const t = translate(language)
  paper.addPage()
  const { width, height } = paper.page
  const column = { width: width - 2 * margin, lineGap: 1 }
  const writeText = (font: keyof typeof pdfFonts, size: number, text: string, options = {}) =>
    paper.font(pdfFonts[font], size).text(printableText(text), { ...column, ...options })

  banner(paper, 0, t('shipping:paper.sandbox'))
  paper.fillColor('black')
  paper.x = margin
  paper.y = 34
  writeText('plain', 8, t('shipping:paper.from'))
  writeText('bold', 10, sender, { height: 26, ellipsis: true })
  paper.y += 6
  paper
    .moveTo(margin, paper.y)
    .lineTo(width - margin, paper.y)
    .lineWidth(0.75)
    .stroke()
  paper.y += 8
  writeText('plain', 8, t('shipping:paper.to'))
  const [name = '', ...rest] = addressLines(shipment.address, language)
  writeText('bold', 16, name, { height: 40, ellipsis: true })
  for (const line of rest) writeText('plain', 12, line, { height: 32, ellipsis: true })

  const foot = height - 150
  paper
    .moveTo(margin, foot)
    .lineTo(width - margin, foot)
    .stroke()
  paper.y = foot + 6
  const weight = `${((shipment.weightGrams ?? 0) / 1000).toLocaleString(language)} kg`
  const codes = shipment.orders.map(({ code }) => code).join(' ')
  writeText(
    'plain',
    9,
    `${t('shipping:paper.weight', { weight })}    ${t('shipping:paper.orders', { codes })}`,
    {
      height: 24,
      ellipsis: true,
    },
  )
  const tracking = shipment.tracking ?? ''
  drawBarcode(paper, tracking, { x: margin, y: foot + 34, width: column.width, height: 68 })
  paper.y = foot + 107
  writeText('bold', 13, tracking, { align: 'center', characterSpacing: 1.5 })
  banner(paper, height - 24, t('shipping:paper.sandbox'))
}

function banner(paper: PdfDocument, y: number, text: string) {
  paper.rect(0, y, paper.page.width, 24).fill('black')
  paper.fillColor('white').font(pdfFonts.bold, 10)
  paper.text(printableText(text), 0, y + 7, { width: paper.page.width, align: 'center', lineBreak: false })
  paper.fillColor('black')
}

/** The lines of an address as printed on a shipment, with the name of the country. */
export function addressLines(address: ShipmentView['address'], language: Language): string[] {
  if (!address) return []
  const { name, line1, line2, postalCode, city, region, country } = address
  const countryName = new Intl.DisplayNames([language], { type: 'region' }).of(country) ?? country
  const lines = [name, line1, line2, `${postalCode} ${city}`.trim(), region, countryName.toUpperCase()]
  return lines.filter((line) => line !== '')
}
