import { Alert, Button, Group, Stack, Text } from '@mantine/core'
import { IconAlertTriangle, IconInfoCircle } from '@tabler/icons-react'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { ApiProblem } from '../data/api.ts'
import { formatMoney } from '../i18n/money.ts'
import { useAccount } from '../session/account-context.ts'
import { LinkButton } from '../ui/links.tsx'
import { ProblemAlert } from '../ui/problem-alert.tsx'
import type { Quote } from './quote-queries.ts'
import type { Basket } from './use-basket.ts'
import type { Checkout } from './use-checkout.ts'
import { isOutcomeUnknown } from './use-place-order.ts'

type Given = { checkout: Checkout; basket: Basket }

/**
 * Says what prevents the purchase, and what to do. The current quote's problem is shown before that of the last
 * attempt.
 */
export function CheckoutProblem({ checkout, basket }: Given) {
  const { quote, totalChange, buying } = checkout
  const problem = isOutcomeUnknown(buying.error) ? buying.error : (quote.error ?? buying.error)
  if (!problem) {
    const isNews = totalChange.before && quote.data && buying.isIdle
    return isNews ? <PriceChanged before={totalChange.before} total={quote.data.total} /> : null
  }
  const more = problem instanceof ApiProblem ? problem.more : undefined
  switch (more?.code) {
    case 'sold_out':
      return <SoldOut checkout={checkout} basket={basket} about={more} />
    case 'price_changed':
      return <PriceChanged before={buying.variables?.quote} total={Number(more.total)} />
    case 'payment_declined':
      return <Declined reason={String(more.reason)} />
    case 'key_reused':
      return <GotThrough checkout={checkout} />
    case 'not_found':
      return <ProductNotOnSale />
    default:
      return <ProblemAlert problem={problem} {...(problem === quote.error && { retry: quote.refetch })} />
  }
}

type Say = { title: string; text?: string; calm?: boolean; children?: ReactNode }

function Note({ title, text, calm = false, children }: Say) {
  const Icon = calm ? IconInfoCircle : IconAlertTriangle
  return (
    <Alert role="alert" color={calm ? 'amber' : 'red'} icon={<Icon aria-hidden />} title={title}>
      <Stack gap="xs" align="flex-start">
        {text && <Text size="sm">{text}</Text>}
        {children && <Group gap="xs">{children}</Group>}
      </Stack>
    </Alert>
  )
}

function SoldOut({ checkout, basket, about }: Given & { about: ApiProblem['more'] }) {
  const { t } = useTranslation('spending')
  const title = t('checkout.soldOut', { title: String(about.name) })
  return (
    <Note title={title} {...(checkout.buying.error && { text: t('checkout.soldOutText') })}>
      {basket.items.length > 1 && (
        <Button size="compact-sm" variant="default" onClick={() => checkout.leaveOut(String(about.product))}>
          {t('checkout.leaveOut')}
        </Button>
      )}
      <ToCart />
    </Note>
  )
}

function PriceChanged({ before, total }: { before: Quote | undefined; total: number }) {
  const { t } = useTranslation('spending')
  if (!before) return null
  const words = {
    before: formatMoney(before.total, before.currency),
    after: formatMoney(total, before.currency),
  }
  return <Note calm title={t('checkout.priceChanged')} text={t('checkout.priceChangedText', words)} />
}

function Declined({ reason }: { reason: string }) {
  const { t } = useTranslation('spending')
  return <Note title={t('checkout.declined', { reason })} text={t('checkout.declinedText')} />
}

/**
 * The key belongs to a purchase with another address or payment method: that purchase was made, and its answer was
 * lost.
 */
function GotThrough({ checkout: { buying, buyAnew } }: { checkout: Checkout }) {
  const { t } = useTranslation('spending')
  const { id } = useAccount()
  return (
    <Note calm title={t('checkout.reused')} text={t('checkout.reusedText')}>
      <LinkButton
        to="/dashboard/$account/spending"
        params={{ account: id }}
        size="compact-sm"
        variant="default"
      >
        {t('toPurchases')}
      </LinkButton>
      <Button
        size="compact-sm"
        variant="default"
        onClick={() => buying.variables && buyAnew(buying.variables)}
      >
        {t('checkout.again')}
      </Button>
    </Note>
  )
}

/** The address of the checkout leads to something that is not, or no longer, on sale. */
export function ProductNotOnSale() {
  const { t } = useTranslation('spending')
  return (
    <Note title={t('checkout.notOnSale')} text={t('checkout.notOnSaleText')}>
      <ToCart />
    </Note>
  )
}

function ToCart() {
  const { t } = useTranslation('spending')
  const { id } = useAccount()
  return (
    <LinkButton
      to="/dashboard/$account/spending/cart"
      params={{ account: id }}
      size="compact-sm"
      variant="default"
    >
      {t('toCart')}
    </LinkButton>
  )
}
