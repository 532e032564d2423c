import { Group } from '@mantine/core'
import { IconArrowLeft } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import { useAccount } from '../shell/account.ts'
import { LinkAnchor } from '../shell/links.tsx'

const places = {
  orders: '/dashboard/$account/orders',
  parcels: '/dashboard/$account/orders/parcels',
} as const

export function Back({ to }: { to: keyof typeof places }) {
  const { t } = useTranslation('orders')
  const { id } = useAccount()
  return (
    <LinkAnchor to={places[to]} params={{ account: id }} size="sm">
      <Group component="span" gap={4} display="inline-flex">
        <IconArrowLeft size="1rem" aria-hidden />
        {t(`tabs.${to}`)}
      </Group>
    </LinkAnchor>
  )
}
