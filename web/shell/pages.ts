import { IconBox, IconHome, IconSettings } from '@tabler/icons-react'
import type { Permission } from '../../src/permissions.ts'

/** The dashboard's pages in the product's order; one without `permission` is every member's. */
export const pages = [
  { key: 'home', to: '/dashboard/$account', icon: IconHome, permission: undefined },
  { key: 'inventory', to: '/dashboard/$account/inventory', icon: IconBox, permission: 'inventory.manage' },
  { key: 'settings', to: '/dashboard/$account/settings', icon: IconSettings, permission: undefined },
] as const satisfies { key: string; to: string; icon: unknown; permission: Permission | undefined }[]

export const settingsPages = [
  { key: 'team', to: '/dashboard/$account/settings/team', permission: undefined },
  { key: 'account', to: '/dashboard/$account/settings/account', permission: undefined },
  { key: 'sessions', to: '/dashboard/$account/settings/sessions', permission: undefined },
  { key: 'activity', to: '/dashboard/$account/settings/activity', permission: 'team.manage' },
] as const satisfies { key: string; to: string; permission: Permission | undefined }[]
