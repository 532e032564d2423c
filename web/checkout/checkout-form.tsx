import { Grid, Stack } from '@mantine/core'
import { useSuspenseQuery } from '@tanstack/react-query'
import { addressesQuery } from '../addresses/address-queries.ts'
import { useAccount } from '../session/account-context.ts'
import { paymentMethodsQuery } from '../settings/payments/payment-method-queries.ts'
import { useItemChoice } from '../ui/use-item-choice.ts'
import { AddressChoice } from './address-choice.tsx'
import { CheckoutProblem } from './checkout-problem.tsx'
import { CheckoutSummary } from './checkout-summary.tsx'
import { PaymentMethodChoice } from './payment-method-choice.tsx'
import type { Basket } from './use-basket.ts'
import type { Checkout } from './use-checkout.ts'
import { isOutcomeUnknown } from './use-place-order.ts'

type Given = { checkout: Checkout; basket: Basket }

/** The address, the payment method and the price. Errors leave these choices unchanged. */
export function CheckoutForm({ checkout, basket }: Given) {
  const { id } = useAccount()
  const address = useItemChoice(useSuspenseQuery(addressesQuery(id)).data.items)
  const method = useItemChoice(useSuspenseQuery(paymentMethodsQuery(id)).data.items)
  const { quote, totalChange, buying } = checkout
  // If the outcome is unknown, the button stays enabled, even if the product is sold out by now: it may be sold out
  // to this buyer.
  const isPriced =
    isOutcomeUnknown(buying.error) || (!quote.isFetching && !quote.error && !totalChange.isFresh)
  const isReady = quote.data && isPriced && address.chosen && method.chosen
  const pay = () =>
    quote.data &&
    address.chosen &&
    method.chosen &&
    checkout.buy({ basket, quote: quote.data, address: address.chosen, method: method.chosen })
  return (
    <Grid gap="xl">
      <Grid.Col span={{ base: 12, md: 7 }}>
        <Stack gap="lg">
          <AddressChoice {...address} />
          <PaymentMethodChoice {...method} />
        </Stack>
      </Grid.Col>
      <Grid.Col span={{ base: 12, md: 5 }}>
        <Stack gap="md">
          <CheckoutProblem checkout={checkout} basket={basket} />
          <CheckoutSummary
            basket={basket}
            quote={quote.data}
            before={totalChange.before ?? buying.variables?.quote}
            isReady={Boolean(isReady)}
            isFailed={quote.error !== null}
            busy={buying.isPending || buying.isSuccess}
            pay={pay}
          />
        </Stack>
      </Grid.Col>
    </Grid>
  )
}
