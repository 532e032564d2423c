import { transferKinds } from '../../src/ledger/vocabulary.ts'
import { definedParams, oneOf } from '../data/search-params.ts'
import { isoDay, readerTimeZone } from '../i18n/days.ts'

/** The filters that the address of the ledger can contain. */
export type LedgerFilters = { kind?: (typeof transferKinds)[number]; from?: string; to?: string }

export const readLedgerFilters = (given: Record<string, unknown>): LedgerFilters =>
  definedParams({ kind: oneOf(transferKinds, given.kind), from: isoDay(given.from), to: isoDay(given.to) })

export const toLedgerQuery = (filter: LedgerFilters) => ({ ...filter, zone: readerTimeZone() })
