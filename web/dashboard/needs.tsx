import { Stack, Text, Title } from '@mantine/core'
import {
  IconBoxOff,
  IconChevronRight,
  IconMailOff,
  IconMailQuestion,
  IconMessage,
  IconMessageReply,
  IconPackage,
  IconTruckDelivery,
} from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import { useAccount } from '../shell/account.ts'
import { LinkNav } from '../shell/links.tsx'
import { RequestRow } from './request-row.tsx'
import type { Need } from './use-needs.ts'

const icons = {
  unread: IconMessage,
  answered: IconMessageReply,
  toShip: IconTruckDelivery,
  soldOut: IconBoxOff,
  low: IconPackage,
  expired: IconMailOff,
  undelivered: IconMailOff,
  pending: IconMailQuestion,
} as const

export function Needs({ needs }: { needs: Need[] }) {
  const { t } = useTranslation('dashboard')
  return (
    <Stack component="section" gap="sm" aria-label={t('now')} maw="var(--stagedoor-form)">
      <Title order={2}>{t('now')}</Title>
      {needs.length === 0 && <Text c="dimmed">{t('nothing')}</Text>}
      <div>
        {needs.map((need) =>
          need.what === 'request' ? (
            <RequestRow key={need.request.id} request={need.request} />
          ) : (
            <Row key={need.what} need={need} />
          ),
        )}
      </div>
    </Stack>
  )
}

type Plain = Exclude<Need, { what: 'request' }>

function Row({ need }: { need: Plain }) {
  const { id: account } = useAccount()
  const Icon = icons[need.what]
  const shared = {
    label: useWords(need),
    leftSection: <Icon aria-hidden stroke={1.5} />,
    rightSection: <IconChevronRight size="1rem" aria-hidden />,
    className: 'stagedoor-need',
  }
  if (need.what === 'unread') {
    const search = { view: 'unread' } as const
    return <LinkNav to="/dashboard/$account/messages" params={{ account }} search={search} {...shared} />
  }
  if (need.what === 'answered' && need.first) {
    const params = { account, conversation: need.first }
    return <LinkNav to="/dashboard/$account/spending/messages/$conversation" params={params} {...shared} />
  }
  if (need.what === 'answered')
    return <LinkNav to="/dashboard/$account/spending/messages" params={{ account }} {...shared} />
  if (need.what === 'toShip') {
    const search = { status: 'to_ship' } as const
    return <LinkNav to="/dashboard/$account/orders" params={{ account }} search={search} {...shared} />
  }
  if (need.what === 'low' && need.count === 1) {
    const params = { account, product: need.first.id }
    return <LinkNav to="/dashboard/$account/inventory/$product" params={params} {...shared} />
  }
  if (need.what === 'low' || need.what === 'soldOut') {
    const search = { status: need.what === 'low' ? 'active' : 'sold_out' } as const
    return <LinkNav to="/dashboard/$account/inventory" params={{ account }} search={search} {...shared} />
  }
  const search = { invitations: true } as const
  return <LinkNav to="/dashboard/$account/settings/team" params={{ account }} search={search} {...shared} />
}

function useWords(need: Plain) {
  const { t } = useTranslation('dashboard')
  const { what, count } = need
  if ((need.what === 'unread' || need.what === 'answered') && need.more)
    return t(`${need.what}More`, { count })
  if (need.what === 'toShip' && need.more) return t('toShipMore', { count })
  if (what !== 'low') return t(what, { count })
  return t('low', { count, title: need.first.title, quantity: need.first.quantity })
}
