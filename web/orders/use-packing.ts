import { useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { call } from '../api.ts'
import { useAccount } from '../shell/account.ts'
import { tell, useTellProblem } from '../shell/told.ts'
import { type Counts, canPack, codesOf, lineOf, linesOf, missing } from './packing.ts'
import { type Parcel, parcelOf } from './queries.ts'

/** One parcel after the other: what is scanned opens one, counts a piece, or finishes it and opens the next. */
export function usePacking() {
  const { t } = useTranslation('parcels')
  const { id: account } = useAccount()
  const queries = useQueryClient()
  const tellProblem = useTellProblem()
  const [parcel, setParcel] = useState<Parcel>()
  const [counts, setCounts] = useState<Counts>({})
  const [message, setMessage] = useState('')
  const [busy, setBusy] = useState(false)

  const lines = parcel ? linesOf(parcel) : []
  const left = missing(lines, counts)
  const isComplete = parcel !== undefined && canPack(parcel) && left === 0

  const open = (next: Parcel | undefined) => {
    setParcel(next)
    setCounts({})
    setMessage('')
  }
  const add = (key: string) => {
    setMessage('')
    setCounts((now) => ({ ...now, [key]: (now[key] ?? 0) + 1 }))
  }
  const pack = async (packed: Parcel) => {
    const params = { account, shipment: packed.id }
    await call('POST /accounts/:account/shipments/:shipment/packed', { params, input: {} })
    tell(t('pack.packed', { codes: codesOf(packed) }))
    void queries.invalidateQueries({ queryKey: [account, 'orders'] })
  }
  const finish = async () => {
    if (!parcel || !isComplete) return
    await pack(parcel)
    open(undefined)
  }
  const lookUp = async (code: string) => {
    const { shipment } = await call('GET /accounts/:account/shipments/scan', {
      params: { account },
      input: { code },
    })
    if (!shipment) return setMessage(t('pack.unknown', { code }))
    if (shipment.id === parcel?.id) return setMessage('')
    if (parcel && canPack(parcel) && !isComplete)
      return setMessage(t('pack.other', { codes: codesOf(parcel) }))
    if (parcel && isComplete) await pack(parcel)
    queries.setQueryData(parcelOf(account, shipment.id).queryKey, shipment)
    open(shipment)
  }
  const enter = async (code: string) => {
    if (code === '') return finish()
    const line = parcel && canPack(parcel) ? lineOf(lines, counts, code) : undefined
    if (line === 'full') return setMessage(t('pack.notIn', { code }))
    if (line) return add(line.key)
    return lookUp(code)
  }
  const during = (act: () => Promise<unknown> | unknown) => {
    setBusy(true)
    return Promise.resolve(act())
      .catch(tellProblem)
      .finally(() => setBusy(false))
  }
  return {
    parcel,
    lines,
    counts,
    left,
    message,
    busy,
    add,
    enter: (code: string) => during(() => enter(code)),
    finish: () => during(finish),
    aside: () => open(undefined),
  }
}
export type Packing = ReturnType<typeof usePacking>
