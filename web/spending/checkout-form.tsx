import { Grid, Stack } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { methodsOf } from '../payments/methods.ts'
import { useAccount } from '../shell/account.ts'
import { AddressChoice } from './address-choice.tsx'
import { addressesOf } from './addresses.ts'
import type { Basket } from './basket.ts'
import { CheckoutProblem } from './checkout-problem.tsx'
import { MethodChoice } from './method-choice.tsx'
import { Summary } from './summary.tsx'
import { isUnsure } from './use-buying.ts'
import type { Checkout } from './use-checkout.ts'
import { useChoice } from './use-choice.ts'

type Given = { checkout: Checkout; basket: Basket }

/** Where it goes, how it is paid, what it costs; whatever goes wrong, what was chosen stays. */
export function CheckoutForm({ checkout, basket }: Given) {
  const { id } = useAccount()
  const address = useChoice(useQuery(addressesOf(id)))
  const method = useChoice(useQuery(methodsOf(id)))
  const { quote, buying } = checkout
  // Whoever does not know whether they bought it can always press again, even if it is sold out by now: to them.
  const isPriced = isUnsure(buying.error) || (!quote.isFetching && !quote.error)
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
          <MethodChoice {...method} />
        </Stack>
      </Grid.Col>
      <Grid.Col span={{ base: 12, md: 5 }}>
        <Stack gap="md">
          <CheckoutProblem checkout={checkout} basket={basket} />
          <Summary
            basket={basket}
            quote={quote.data}
            before={buying.variables?.quote}
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
