import { Group } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { ApiProblem } from '../../data/api.ts'
import { useAccount } from '../../session/account-context.ts'
import { LinkButton } from '../../ui/links.tsx'

type Block = { what: 'orders' | 'payouts' | 'balance' }

/** Links to what prevents the deletion. */
export function DeletionBlockers({ problem }: { problem: Error }) {
  const { t } = useTranslation('account')
  const { id: account } = useAccount()
  if (!(problem instanceof ApiProblem) || problem.code !== 'deletion_blocked') return null
  const blocks = (problem.more.blocks ?? []) as Block[]
  const has = (...kinds: Block['what'][]) => blocks.some(({ what }) => kinds.includes(what))
  const common = { params: { account }, variant: 'default', size: 'compact-sm' } as const
  return (
    <Group gap="xs">
      {has('orders') && (
        <LinkButton to="/dashboard/$account/orders" {...common}>
          {t('delete.blocked.orders')}
        </LinkButton>
      )}
      {has('orders') && (
        <LinkButton to="/dashboard/$account/spending" {...common}>
          {t('delete.blocked.purchases')}
        </LinkButton>
      )}
      {has('balance', 'payouts') && (
        <LinkButton to="/dashboard/$account/settings/payouts" {...common}>
          {t('delete.blocked.payouts')}
        </LinkButton>
      )}
    </Group>
  )
}
