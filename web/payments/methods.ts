import { queryOptions } from '@tanstack/react-query'
import { type Answer, call } from '../api.ts'

export type Method = Answer<'GET /accounts/:account/payment-methods'>['items'][number]

export const methodsOf = (account: string) =>
  queryOptions({
    queryKey: [account, 'payment-methods'],
    queryFn: () => call('GET /accounts/:account/payment-methods', { params: { account } }),
  })

/** How a method is called, as on a receipt: “Visa •• 4242”. */
export const nameOf = ({ brand, last4 }: Pick<Method, 'brand' | 'last4'>) =>
  `${brand.charAt(0).toUpperCase()}${brand.slice(1)} •• ${last4}`

/** A card is good until the end of its month. */
export const isExpired = ({ expMonth, expYear }: Method) => Date.UTC(expYear, expMonth) <= Date.now()

export const endOf = ({ expMonth, expYear }: Method) => ({
  month: String(expMonth).padStart(2, '0'),
  year: expYear,
})
