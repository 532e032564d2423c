import { Group, Stack } from '@mantine/core'
import { Outlet } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { useAccount } from '../shell/account.ts'
import { useCurrentInView } from '../shell/in-view.ts'
import { LinkArea } from '../shell/links.tsx'
import { CartCount } from './cart-count.tsx'

const tabs = [
  { key: 'purchases', to: '/dashboard/$account/spending' },
  { key: 'cart', to: '/dashboard/$account/spending/cart' },
  { key: 'addresses', to: '/dashboard/$account/spending/addresses' },
] as const

/** Purchases, cart and addresses, each a link away from the others. */
export function SpendingFrame() {
  const { t } = useTranslation('spending')
  const { id } = useAccount()
  return (
    <Stack gap="lg">
      <Group
        component="nav"
        ref={useCurrentInView()}
        aria-label={t('tabs.label')}
        gap={0}
        wrap="nowrap"
        className="stagedoor-tabs"
      >
        {tabs.map(({ key, to }) => (
          <LinkArea
            key={key}
            to={to}
            params={{ account: id }}
            activeOptions={{ includeSearch: false, exact: true }}
            activeProps={{ 'aria-current': 'page' }}
          >
            <Group component="span" gap="xs" wrap="nowrap">
              {t(`tabs.${key}`)}
              {key === 'cart' && <CartCount />}
            </Group>
          </LinkArea>
        ))}
      </Group>
      <Outlet />
    </Stack>
  )
}
