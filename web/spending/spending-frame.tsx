import { Group } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { CartCount } from '../cart/cart-count.tsx'
import { TabbedFrame, tabLinkProps } from '../layout/tabbed-frame.tsx'
import { useAccount } from '../session/account-context.ts'
import { LinkArea } from '../ui/links.tsx'

const tabs = [
  { key: 'purchases', to: '/dashboard/$account/spending' },
  { key: 'cart', to: '/dashboard/$account/spending/cart' },
  { key: 'messages', to: '/dashboard/$account/spending/messages' },
  { key: 'addresses', to: '/dashboard/$account/spending/addresses' },
] as const

/** The tabs: purchases, cart, messages and addresses. */
export function SpendingFrame() {
  const { t } = useTranslation(['spending', 'buyerMessages'])
  const { id } = useAccount()
  return (
    <TabbedFrame label={t('tabs.label')}>
      {tabs.map(({ key, to }) => (
        <LinkArea key={key} to={to} params={{ account: id }} {...tabLinkProps}>
          <Group component="span" gap="xs" wrap="nowrap">
            {key === 'messages' ? t('buyerMessages:title') : t(`tabs.${key}`)}
            {key === 'cart' && <CartCount />}
          </Group>
        </LinkArea>
      ))}
    </TabbedFrame>
  )
}
