import { useQueryClient } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { call } from '../api.ts'
import { useAccount } from '../shell/account.ts'
import { useProblemForm } from '../shell/form.ts'
import type { Parcel } from './queries.ts'

const mostGrams = 100_000
const mostCentimetres = 500
export const sides = ['lengthCm', 'widthCm', 'heightCm'] as const

const typed = (value: number | null) => (value === null ? '' : String(value))
const isWhole = (text: string, most: number) => {
  const value = Number(text)
  return text.trim() === '' || (/^\d+$/.test(text.trim()) && value >= 1 && value <= most)
}
const read = (text: string) => (text.trim() === '' ? null : Number(text))

/** A parcel's weight and size as typed; `then` is done once they are saved. */
export function useMeasures(parcel: Parcel, then: () => unknown) {
  const { t } = useTranslation('parcels')
  const { id: account } = useAccount()
  const queries = useQueryClient()
  const wrong = (text: string, most: number) => (isWhole(text, most) ? null : t('parcel.whole', { most }))
  return useProblemForm({
    initialValues: {
      weightGrams: typed(parcel.weightGrams ?? parcel.expectedGrams),
      lengthCm: typed(parcel.lengthCm),
      widthCm: typed(parcel.widthCm),
      heightCm: typed(parcel.heightCm),
    },
    validate: (values) => ({
      weightGrams: wrong(values.weightGrams, mostGrams),
      ...Object.fromEntries(sides.map((side) => [side, wrong(values[side], mostCentimetres)])),
    }),
    send: ({ weightGrams, ...size }) =>
      call('PATCH /accounts/:account/shipments/:shipment', {
        params: { account, shipment: parcel.id },
        input: {
          weightGrams: read(weightGrams),
          ...Object.fromEntries(Object.entries(size).map(([side, text]) => [side, read(text)])),
        },
      }),
    done: async () => {
      await then()
      return queries.invalidateQueries({ queryKey: [account, 'orders'] })
    },
  })
}
