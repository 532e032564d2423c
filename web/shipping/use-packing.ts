import { useQueryClient } from '@tanstack/react-query'
import { useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { callApi } from '../data/api.ts'
import { orderKeys } from '../data/query-keys.ts'
import { useAccount } from '../session/account-context.ts'
import { showToast, useProblemToast } from '../ui/toasts.ts'
import {
  canPackShipment,
  findPackingLine,
  missingPieces,
  type PackedCounts,
  packingLines,
  shipmentOrderCodes,
} from './packing-lines.ts'
import { type Shipment, shipmentQuery } from './shipment-queries.ts'

/** The shipment that is being packed, and the last message. */
type Table = { shipment?: Shipment; counts: PackedCounts; message: string }
const empty: Table = { counts: {}, message: '' }

const isOpen = ({ shipment }: Table) => shipment !== undefined && canPackShipment(shipment)
const linesOn = ({ shipment }: Table) => (shipment ? packingLines(shipment) : [])
const isComplete = (table: Table) => isOpen(table) && missingPieces(linesOn(table), table.counts) === 0

/**
 * Packs one shipment after the other. A scanned code opens a shipment, counts a piece, or finishes it and opens the
 * next. A scanner is faster than the server, so codes wait in a queue.
 */
export function usePacking() {
  const { t } = useTranslation('shipping')
  const [table, setTable] = useState(empty)
  const now = useRef(table)
  const turn = useRef<Promise<unknown>>(Promise.resolve())
  const tellProblem = useProblemToast()
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
    const { shipment } = now.current
    if (!shipment || !isComplete(now.current)) return
    await pack(shipment)
    put(empty)
  }
  const lookUp = async (code: string) => {
    const found = await scan(code)
    const { shipment } = now.current
    if (!found) return say(t('pack.unknown', { code }))
    if (found.id === shipment?.id) return say('')
    if (shipment && isOpen(now.current) && !isComplete(now.current))
      return say(t('pack.other', { codes: shipmentOrderCodes(shipment) }))
    await finish()
    put({ ...empty, shipment: found })
  }
  const enter = async (code: string) => {
    if (code === '') return finish()
    const line = isOpen(now.current)
      ? findPackingLine(linesOn(now.current), now.current.counts, code)
      : undefined
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
    left: missingPieces(lines, table.counts),
    add: (key: string) => inTurn(() => add(key)),
    enter: (code: string) => inTurn(() => enter(code)),
    finish: () => inTurn(finish),
    aside: () => inTurn(() => put(empty)),
  }
}
export type Packing = ReturnType<typeof usePacking>

function useCalls() {
  const { t } = useTranslation('shipping')
  const { id: account } = useAccount()
  const queries = useQueryClient()
  return {
    pack: async (shipment: Shipment) => {
      const params = { account, shipment: shipment.id }
      await callApi('POST /accounts/:account/shipments/:shipment/packed', { params, input: {} })
      showToast(t('pack.packed', { codes: shipmentOrderCodes(shipment) }))
      void queries.invalidateQueries({ queryKey: orderKeys.all(account) })
    },
    scan: async (code: string) => {
      const input = { code }
      const { shipment } = await callApi('GET /accounts/:account/shipments/scan', {
        params: { account },
        input,
      })
      if (shipment) queries.setQueryData(shipmentQuery(account, shipment.id).queryKey, shipment)
      return shipment
    },
  }
}
