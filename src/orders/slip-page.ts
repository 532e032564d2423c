import { dayIn, words } from '../ground/words.ts'
import { addressLines, type Printed } from './label-page.ts'
import { barcode, fonts, type Paper, printable } from './paper.ts'

const margin = 28
const rowHeight = 30

/**
 * What is in a parcel, A5: for whoever packs it, and for whoever opens it. No prices: it may be a present.
 * A long one goes on on a further page.
 */
export function slipPage(paper: Paper, { parcel, sender, language }: Printed): void {
  const t = words(language)
  const { orders } = parcel
  const items = orders.flatMap(({ code, items }) => items.map((item) => ({ ...item, code })))
  const pieces = items.reduce((sum, { quantity }) => sum + quantity, 0)

  head()
  for (const item of items) {
    if (paper.y + rowHeight > paper.page.height - margin - 20) head()
    row(item)
  }
  paper.font(fonts.bold, 10)
  paper.text(printable(t('parcels:paper.pieces', { count: pieces })), margin, paper.y + 6, across())
  if (parcel.tracking) {
    paper.font(fonts.plain, 9)
    paper.text(printable(t('parcels:paper.tracking', { number: parcel.tracking })), { ...across() })
  }

  function across() {
    return { width: paper.page.width - 2 * margin }
  }

  function head() {
    paper.addPage()
    const first = orders[0]?.code ?? ''
    const side = 150
    barcode(paper, first, { x: paper.page.width - margin - side, y: margin, width: side, height: 36 })
    paper.font(fonts.plain, 9)
    paper.text(first, paper.page.width - margin - side, margin + 40, { width: side, align: 'center' })
    const width = paper.page.width - 2 * margin - side - 12
    paper.font(fonts.bold, 16).text(printable(sender), margin, margin, { width, height: 40, ellipsis: true })
    paper.font(fonts.plain, 10).text(printable(t('parcels:paper.slip')), { width })
    paper.y = Math.max(paper.y, margin + 60)
    paper.font(fonts.plain, 8).text(printable(t('parcels:paper.to')), margin, paper.y, across())
    paper.font(fonts.plain, 10)
    for (const line of addressLines(parcel.address, language)) paper.text(printable(line), across())
    paper.y += 8
    const dates = orders.map(({ code, createdAt }) => `${code} (${dayIn(language, createdAt)})`)
    paper.font(fonts.plain, 9).text(printable(t('parcels:paper.orders', { codes: dates.join(', ') })), {
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
    paper.font(fonts.bold, 12).text(`${quantity} ×`, margin + 18, top, { width: 32, lineBreak: false })
    const text = { width: paper.page.width - 2 * margin - 52, height: 13, ellipsis: true }
    paper.font(fonts.plain, 11).text(printable(title), margin + 52, top, text)
    const more = [sku, orders.length > 1 ? code : ''].filter(Boolean).join(' · ')
    if (more) paper.font(fonts.plain, 8).text(printable(more), margin + 52, top + 13, { ...text, height: 10 })
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
