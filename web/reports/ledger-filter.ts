import { isDay, zone } from './days.ts'

export const kinds = ['sale', 'fee', 'label', 'refund', 'adjustment', 'payout', 'release'] as const

/** What the address of the ledger may hold. */
export type LedgerFilter = { kind?: (typeof kinds)[number]; from?: string; to?: string }

export function readLedgerFilter(search: Record<string, unknown>): LedgerFilter {
  const kind = kinds.find((one) => one === search.kind)
  return {
    ...(kind && { kind }),
    ...(isDay(search.from) && { from: search.from }),
    ...(isDay(search.to) && { to: search.to }),
  }
}

export const asQuery = (filter: LedgerFilter) => ({ ...filter, zone: zone() })
