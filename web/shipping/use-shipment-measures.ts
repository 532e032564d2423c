import { useQueryClient } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { shipmentLimits } from '../../src/orders/vocabulary.ts'
import { callApi } from '../data/api.ts'
import { orderKeys } from '../data/query-keys.ts'
import { useAccount } from '../session/account-context.ts'
import { useProblemForm } from '../ui/use-problem-form.ts'
import type { Shipment } from './shipment-queries.ts'

export const shipmentDimensions = ['lengthCm', 'widthCm', 'heightCm'] as const

const typed = (value: number | null) => (value === null ? '' : String(value))
const isWhole = (text: string, most: number) => {
  const value = Number(text)
  return text.trim() === '' || (/^\d+$/.test(text.trim()) && value >= 1 && value <= most)
}
const read = (text: string) => (text.trim() === '' ? null : Number(text))

/** A shipment's weight and size as typed. `then` is called once they are saved. */
export function useShipmentMeasures(shipment: Shipment, then: () => unknown) {
  const { t } = useTranslation('shipping')
  const { id: account } = useAccount()
  const queries = useQueryClient()
  const wrong = (text: string, most: number) => (isWhole(text, most) ? null : t('shipment.whole', { most }))
  return useProblemForm({
    initialValues: {
      weightGrams: typed(shipment.weightGrams ?? shipment.expectedGrams),
      lengthCm: typed(shipment.lengthCm),
      widthCm: typed(shipment.widthCm),
      heightCm: typed(shipment.heightCm),
    },
    validate: (values) => ({
      weightGrams: wrong(values.weightGrams, shipmentLimits.grams),
      ...Object.fromEntries(
        shipmentDimensions.map((side) => [side, wrong(values[side], shipmentLimits.centimetres)]),
      ),
    }),
    send: ({ weightGrams, ...size }) =>
      callApi('PATCH /accounts/:account/shipments/:shipment', {
        params: { account, shipment: shipment.id },
        input: {
          weightGrams: read(weightGrams),
          ...Object.fromEntries(Object.entries(size).map(([side, text]) => [side, read(text)])),
        },
      }),
    done: async () => {
      await then()
      return queries.invalidateQueries({ queryKey: orderKeys.all(account) })
    },
  })
}
