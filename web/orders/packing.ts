import type { Parcel } from './queries.ts'

/** A line of what goes into a parcel: the same product of two orders is two lines. */
export type Line = {
  key: string
  title: string
  sku: string
  quantity: number
  thumb: string | null
  code: string
}
export type Counts = Readonly<Record<string, number>>

export const linesOf = ({ orders }: Parcel): Line[] =>
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

/** How many pieces are not in it yet. */
export const missing = (lines: Line[], counts: Counts): number =>
  lines.reduce((sum, { key, quantity }) => sum + quantity - Math.min(quantity, counts[key] ?? 0), 0)

const plain = (text: string) => text.replaceAll(/\s/g, '').toLowerCase()

/** The line that a scanned SKU counts for: one of which a piece is missing; `full` if none is any more. */
export function lineOf(lines: Line[], counts: Counts, code: string): Line | 'full' | undefined {
  const same = lines.filter(({ sku }) => sku !== '' && plain(sku) === plain(code))
  return (
    same.find(({ key, quantity }) => (counts[key] ?? 0) < quantity) ?? (same.length > 0 ? 'full' : undefined)
  )
}

/** Whether it is still here to be packed. */
export const canPack = ({ status, packedAt }: Parcel): boolean =>
  packedAt === null && (status === 'created' || status === 'label_generated')

export const codesOf = ({ orders }: Parcel): string => orders.map(({ code }) => code).join(', ')
