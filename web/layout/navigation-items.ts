import {
  IconBox,
  IconBroadcast,
  IconChartBar,
  IconHome,
  IconMessages,
  IconSettings,
  IconShoppingBag,
  IconTruckDelivery,
} from '@tabler/icons-react'
import type { Permission } from '../../src/permissions.ts'

/** The dashboard's pages in the product's order. Pages without `permission` are open to every member. */
export const navigationItems = [
  { key: 'home', to: '/dashboard/$account', icon: IconHome, permission: undefined },
  { key: 'shows', to: '/dashboard/$account/shows', icon: IconBroadcast, permission: undefined },
  { key: 'inventory', to: '/dashboard/$account/inventory', icon: IconBox, permission: 'inventory.manage' },
  { key: 'orders', to: '/dashboard/$account/orders', icon: IconTruckDelivery, permission: 'orders.fulfill' },
  { key: 'messages', to: '/dashboard/$account/messages', icon: IconMessages, permission: 'messages.reply' },
  { key: 'reports', to: '/dashboard/$account/reports', icon: IconChartBar, permission: 'reports.view' },
  { key: 'spending', to: '/dashboard/$account/spending', icon: IconShoppingBag, permission: 'money.spend' },
  { key: 'settings', to: '/dashboard/$account/settings', icon: IconSettings, permission: undefined },
] as const satisfies { key: string; to: string; icon: unknown; permission: Permission | undefined }[]

export const settingsItems = [
  { key: 'team', to: '/dashboard/$account/settings/team', permission: undefined },
  { key: 'account', to: '/dashboard/$account/settings/account', permission: undefined },
  {
    key: 'payments',
    to: '/dashboard/$account/settings/payment-methods',
    permission: 'payment_methods.manage',
  },
  { key: 'payouts', to: '/dashboard/$account/settings/payouts', permission: 'payouts.manage' },
  { key: 'notifications', to: '/dashboard/$account/settings/notifications', permission: undefined },
  { key: 'sessions', to: '/dashboard/$account/settings/sessions', permission: undefined },
  { key: 'activity', to: '/dashboard/$account/settings/activity', permission: 'team.manage' },
] as const satisfies { key: string; to: string; permission: Permission | undefined }[]
