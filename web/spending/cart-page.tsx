import { EmptyState, Stack } from '@mantine/core'
import { IconShoppingCart } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { useAccount } from '../shell/account.ts'
import { LinkButton } from '../shell/links.tsx'
import { PageHead } from '../shell/page-head.tsx'
import { ProblemAlert } from '../shell/problem-alert.tsx'
import { RowsSkeleton } from '../shell/rows-skeleton.tsx'
import { cartOf } from './cart.ts'
import { CartPart } from './cart-part.tsx'

export function CartPage() {
  const { t } = useTranslation('spending')
  const { name } = useAccount()
  return (
    <Stack gap="lg">
      <PageHead title={t('tabs.cart')} lead={t('cart.lead', { account: name })} />
      <Parts />
    </Stack>
  )
}

function Parts() {
  const { id } = useAccount()
  const { data, error, refetch } = useQuery(cartOf(id))
  if (!data) return error ? <ProblemAlert problem={error} retry={refetch} /> : <RowsSkeleton of={3} />
  if (data.items.length === 0) return <Empty />
  return data.items.map((shop) => <CartPart key={shop.seller} shop={shop} />)
}

function Empty() {
  const { t } = useTranslation('spending')
  const { id } = useAccount()
  return (
    <EmptyState
      py="xl"
      icon={<IconShoppingCart aria-hidden />}
      title={t('cart.empty')}
      description={t('cart.emptyText')}
    >
      <EmptyState.Actions>
        <LinkButton to="/dashboard/$account/spending" params={{ account: id }} variant="default">
          {t('toPurchases')}
        </LinkButton>
      </EmptyState.Actions>
    </EmptyState>
  )
}
