import { useQueryClient } from '@tanstack/react-query'
import { useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { call } from '../api.ts'
import { useAccount } from '../shell/account.ts'
import { tell, useTellProblem } from '../shell/told.ts'
import { type Counts, canPack, codesOf, lineOf, linesOf, missing } from './packing.ts'
import { type Parcel, parcelOf } from './queries.ts'

/** What lies on the table, and what was said last. */
type Table = { parcel?: Parcel; counts: Counts; message: string }
const empty: Table = { counts: {}, message: '' }

const isOpen = ({ parcel }: Table) => parcel !== undefined && canPack(parcel)
const linesOn = ({ parcel }: Table) => (parcel ? linesOf(parcel) : [])
const isComplete = (table: Table) => isOpen(table) && missing(linesOn(table), table.counts) === 0

/**
 * One parcel after the other: what is scanned opens one, counts a piece, or finishes it and opens the next. A
 * scanner is quicker than the server: what it reads waits its turn.
 */
export function usePacking() {
  const { t } = useTranslation('parcels')
  const [table, setTable] = useState(empty)
  const now = useRef(table)
  const turn = useRef<Promise<unknown>>(Promise.resolve())
  const tellProblem = useTellProblem()
  const { pack, scan } = useCalls()

  const put = (next: Table) => {
    now.current = next
    setTable(next)
  }
  const say = (message: string) => put({ ...now.current, message })
  const add = (key: string) => {
    const { counts } = now.current
    put({ ...now.current, message: '', counts: { ...counts, [key]: (counts[key] ?? 0) + 1 } })
  }
  const finish = async () => {
    const { parcel } = now.current
    if (!parcel || !isComplete(now.current)) return
    await pack(parcel)
    put(empty)
  }
  const lookUp = async (code: string) => {
    const found = await scan(code)
    const { parcel } = now.current
    if (!found) return say(t('pack.unknown', { code }))
    if (found.id === parcel?.id) return say('')
    if (parcel && isOpen(now.current) && !isComplete(now.current))
      return say(t('pack.other', { codes: codesOf(parcel) }))
    await finish()
    put({ ...empty, parcel: found })
  }
  const enter = async (code: string) => {
    if (code === '') return finish()
    const line = isOpen(now.current) ? lineOf(linesOn(now.current), now.current.counts, code) : undefined
    if (line === 'full') return say(t('pack.notIn', { code }))
    return line ? add(line.key) : lookUp(code)
  }
  const inTurn = (act: () => Promise<unknown> | unknown) => {
    turn.current = turn.current.then(act).catch(tellProblem)
    return turn.current
  }
  const lines = linesOn(table)
  return {
    ...table,
    lines,
    left: missing(lines, table.counts),
    add: (key: string) => inTurn(() => add(key)),
    enter: (code: string) => inTurn(() => enter(code)),
    finish: () => inTurn(finish),
    aside: () => inTurn(() => put(empty)),
  }
}
export type Packing = ReturnType<typeof usePacking>

function useCalls() {
  const { t } = useTranslation('parcels')
  const { id: account } = useAccount()
  const queries = useQueryClient()
  return {
    pack: async (parcel: Parcel) => {
      const params = { account, shipment: parcel.id }
      await call('POST /accounts/:account/shipments/:shipment/packed', { params, input: {} })
      tell(t('pack.packed', { codes: codesOf(parcel) }))
      void queries.invalidateQueries({ queryKey: [account, 'orders'] })
    },
    scan: async (code: string) => {
      const input = { code }
      const { shipment } = await call('GET /accounts/:account/shipments/scan', { params: { account }, input })
      if (shipment) queries.setQueryData(parcelOf(account, shipment.id).queryKey, shipment)
      return shipment
    },
  }
}
