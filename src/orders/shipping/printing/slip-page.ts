import { formatDay, translate } from '../../../platform/format/i18n.ts'
import { addressLines, type PrintedShipment } from './label-page.ts'
import { drawBarcode, type PdfDocument, pdfFonts, printableText } from './pdf.ts'

const margin = 28
const rowHeight = 30

/**
 * Draws the packing slip of a shipment on A5 pages, for the packer and the recipient. It shows no prices, since the
 * shipment may be a present. A long list continues on further pages.
 */
export function drawPackingSlip(paper: PdfDocument, { shipment, sender, language }: PrintedShipment): void {
  const t = translate(language)
  const { orders } = shipment
  const items = orders.flatMap(({ code, items }) => items.map((item) => ({ ...item, code })))
  const pieces = items.reduce((sum, { quantity }) => sum + quantity, 0)

  head()
  for (const item of items) {
    if (paper.y + rowHeight > paper.page.height - margin - 20) head()
    row(item)
  }
  paper.font(pdfFonts.bold, 10)
  paper.text(printableText(t('shipping:paper.pieces', { count: pieces })), margin, paper.y + 6, across())
  if (shipment.tracking) {
    paper.font(pdfFonts.plain, 9)
    paper.text(printableText(t('shipping:paper.tracking', { number: shipment.tracking })), { ...across() })
  }

  function across() {
    return { width: paper.page.width - 2 * margin }
  }

  function head() {
    paper.addPage()
    const first = orders[0]?.code ?? ''
    const side = 150
    drawBarcode(paper, first, { x: paper.page.width - margin - side, y: margin, width: side, height: 36 })
    paper.font(pdfFonts.plain, 9)
    paper.text(first, paper.page.width - margin - side, margin + 40, { width: side, align: 'center' })
    const width = paper.page.width - 2 * margin - side - 12
    paper
      .font(pdfFonts.bold, 16)
      .text(printableText(sender), margin, margin, { width, height: 40, ellipsis: true })
    paper.font(pdfFonts.plain, 10).text(printableText(t('shipping:paper.slip')), { width })
    paper.y = Math.max(paper.y, margin + 60)
    paper.font(pdfFonts.plain, 8).text(printableText(t('shipping:paper.to')), margin, paper.y, across())
    paper.font(pdfFonts.plain, 10)
    for (const line of addressLines(shipment.address, language)) paper.text(printableText(line), across())
    paper.y += 8
    const dates = orders.map(({ code, createdAt }) => `${code} (${formatDay(language, createdAt)})`)
    paper
      .font(pdfFonts.plain, 9)
      .text(printableText(t('shipping:paper.orders', { codes: dates.join(', ') })), {
        ...across(),
        height: 36,
        ellipsis: true,
      })
    paper.y += 8
    rule()
  }

  function row({ title, sku, quantity, code }: (typeof items)[number]) {
    const top = paper.y + 6
    paper
      .rect(margin, top + 1, 11, 11)
      .lineWidth(0.75)
      .stroke()
    paper.font(pdfFonts.bold, 12).text(`${quantity} ×`, margin + 18, top, { width: 32, lineBreak: false })
    const text = { width: paper.page.width - 2 * margin - 52, height: 13, ellipsis: true }
    paper.font(pdfFonts.plain, 11).text(printableText(title), margin + 52, top, text)
    const more = [sku, orders.length > 1 ? code : ''].filter(Boolean).join(' · ')
    if (more)
      paper.font(pdfFonts.plain, 8).text(printableText(more), margin + 52, top + 13, { ...text, height: 10 })
    paper.y = top + rowHeight - 6
    rule()
  }

  function rule() {
    paper
      .moveTo(margin, paper.y)
      .lineTo(paper.page.width - margin, paper.y)
      .lineWidth(0.5)
      .stroke('#999999')
    paper.strokeColor('black')
  }
}
