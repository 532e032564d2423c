import { Group } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { useAccount } from '../shell/account.ts'
import { LinkArea } from '../shell/links.tsx'
import { TabbedFrame, tab } from '../shell/tabbed-frame.tsx'
import { CartCount } from './cart-count.tsx'

const tabs = [
  { key: 'purchases', to: '/dashboard/$account/spending' },
  { key: 'cart', to: '/dashboard/$account/spending/cart' },
  { key: 'messages', to: '/dashboard/$account/spending/messages' },
  { key: 'addresses', to: '/dashboard/$account/spending/addresses' },
] as const

/** Purchases, cart, messages and addresses, each a link away from the others. */
export function SpendingFrame() {
  const { t } = useTranslation(['spending', 'correspondence'])
  const { id } = useAccount()
  return (
    <TabbedFrame label={t('tabs.label')}>
      {tabs.map(({ key, to }) => (
        <LinkArea key={key} to={to} params={{ account: id }} {...tab}>
          <Group component="span" gap="xs" wrap="nowrap">
            {key === 'messages' ? t('correspondence:title') : t(`tabs.${key}`)}
            {key === 'cart' && <CartCount />}
          </Group>
        </LinkArea>
      ))}
    </TabbedFrame>
  )
}
