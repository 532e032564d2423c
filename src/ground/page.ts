import { z } from 'zod'

/** Rows of a page of a list. */
export const pageSize = 25

/** Where the next page of a list begins: the sort keys of the last row, as the client hands them back. */
export const after = z
  .string()
  .max(400)
  .regex(/^[\w-]+$/)
  .optional()

export const Page = <T extends z.ZodType>(item: T) =>
  z.object({ items: z.array(item), next: z.string().nullable() })

/** @returns the keys, or undefined for a cursor that is none of ours: such a list begins anew */
export function readCursor(cursor: string | undefined, length: number): string[] | undefined {
  const text = Buffer.from(cursor ?? '', 'base64url').toString('utf8')
  const keys = text.split('\n')
  return text && keys.length === length && keys.every((key) => key.length > 0 && !key.includes('\0'))
    ? keys
    : undefined
}

/** The page from one row more than it shows. */
export function toPage<Row>(rows: Row[], keys: (row: Row) => string[], size = pageSize) {
  const items = rows.slice(0, size)
  const last = items.at(-1)
  const next = rows.length > size && last ? Buffer.from(keys(last).join('\n')).toString('base64url') : null
  return { items, next }
}
