import { queryOptions } from '@tanstack/react-query'
import { type Answer, callApi } from '../../data/api.ts'
import { paymentMethodKeys } from '../../data/query-keys.ts'

export type PaymentMethod = Answer<'GET /accounts/:account/payment-methods'>['items'][number]

export const paymentMethodsQuery = (account: string) =>
  queryOptions({
    queryKey: paymentMethodKeys.list(account),
    queryFn: () => callApi('GET /accounts/:account/payment-methods', { params: { account } }),
  })

/** The text for a payment method, as on a receipt: “Visa •• 4242”. */
export const paymentMethodName = ({ brand, last4 }: Pick<PaymentMethod, 'brand' | 'last4'>) =>
  `${brand.charAt(0).toUpperCase()}${brand.slice(1)} •• ${last4}`

/** Whether the card has expired. It is valid until the end of its month. */
export const isPaymentMethodExpired = ({ expMonth, expYear }: PaymentMethod) =>
  Date.UTC(expYear, expMonth) <= Date.now()

export const paymentMethodExpiry = ({ expMonth, expYear }: PaymentMethod) => ({
  month: String(expMonth).padStart(2, '0'),
  year: expYear,
})
