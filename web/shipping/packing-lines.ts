import type { Shipment } from './shipment-queries.ts'

/** An item to pack. The same product in two orders is two lines. */
export type PackingLine = {
  key: string
  title: string
  sku: string
  quantity: number
  thumb: string | null
  code: string
}
export type PackedCounts = Readonly<Record<string, number>>

export const packingLines = ({ orders }: Shipment): PackingLine[] =>
  orders.flatMap(({ id, code, items }) =>
    items.map(({ product, title, sku, quantity, thumb }) => ({
      key: `${id} ${product}`,
      title,
      sku,
      quantity,
      thumb,
      code,
    })),
  )

/** The number of pieces that are not packed yet. */
export const missingPieces = (lines: PackingLine[], counts: PackedCounts): number =>
  lines.reduce((sum, { key, quantity }) => sum + quantity - Math.min(quantity, counts[key] ?? 0), 0)

const plain = (text: string) => text.replaceAll(/\s/g, '').toLowerCase()

/** The line for a scanned SKU: one with a missing piece; `full` if no piece is missing. */
export function findPackingLine(
  lines: PackingLine[],
  counts: PackedCounts,
  code: string,
): PackingLine | 'full' | undefined {
  const same = lines.filter(({ sku }) => sku !== '' && plain(sku) === plain(code))
  return (
    same.find(({ key, quantity }) => (counts[key] ?? 0) < quantity) ?? (same.length > 0 ? 'full' : undefined)
  )
}

/** Whether the shipment can still be packed. */
export const canPackShipment = ({ status, packedAt }: Shipment): boolean =>
  packedAt === null && (status === 'created' || status === 'label_generated')

export const shipmentOrderCodes = ({ orders }: Shipment): string => orders.map(({ code }) => code).join(', ')
