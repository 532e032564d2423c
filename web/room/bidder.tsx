import { Group, NativeSelect, Skeleton, Text } from '@mantine/core'
import { useLocation } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { permissions } from '../../src/permissions.ts'
import { language } from '../i18n.ts'
import { LinkButton } from '../shell/links.tsx'
import type { Account } from '../shell/session.ts'
import { useWatched } from './watched.ts'

type Given = {
  signIn: 'bidder.signIn' | 'bidder.signInBuy' | 'bidder.signInEnter'
  children: (buyer: Account) => ReactNode
}

/** What may be done for one of the visitor's accounts; else what stands in the way. */
export function ForBuyer({ signIn, children }: Given) {
  const { t } = useTranslation('live')
  const { show, buyers } = useWatched()
  const next = useLocation({ select: ({ href }) => href })
  if (!buyers.known) return <Skeleton h="var(--stagedoor-row)" />
  if (!buyers.isSignedIn) {
    return (
      <LinkButton to="/sign-in" search={{ next }} fullWidth>
        {t(signIn)}
      </LinkButton>
    )
  }
  if (buyers.own) return <Text size="sm">{t('bidder.own', { shop: show.shop.name })}</Text>
  if (!buyers.buyer) {
    const { name } = permissions['money.spend']
    return (
      <Text size="sm">
        {t('bidder.none')} {t('bidder.noneText', { permission: name[language()] })}
      </Text>
    )
  }
  return children(buyers.buyer)
}

/** Nobody bids for an account that they did not mean: where there are several, it is chosen. */
export function As() {
  const { t } = useTranslation('live')
  const { buyers, buyer, choose } = useWatched().buyers
  if (buyers.length < 2 || !buyer) return null
  return (
    <Group gap="xs" wrap="nowrap">
      <Text size="xs" c="dimmed" aria-hidden>
        {t('bidder.as')}
      </Text>
      <NativeSelect
        size="xs"
        flex={1}
        aria-label={t('bidder.as')}
        data={buyers.map(({ id, name }) => ({ value: id, label: name }))}
        value={buyer.id}
        onChange={({ currentTarget }) => choose(currentTarget.value)}
      />
    </Group>
  )
}
