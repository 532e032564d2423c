import { Group, NativeSelect, Skeleton, Text } from '@mantine/core'
import { useLocation } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { permissions } from '../../src/permissions.ts'
import { currentLanguage } from '../i18n/i18n.ts'
import type { Account } from '../session/me-queries.ts'
import { LinkButton } from '../ui/links.tsx'
import { useWatchContext } from './watch-context.ts'

type Given = {
  signIn: 'bidder.signIn' | 'bidder.signInBuy' | 'bidder.signInEnter'
  children: (buyer: Account) => ReactNode
}

/** Shows its children if one of the visitor's accounts may buy; else the reason why not. */
export function RequireBuyer({ signIn, children }: Given) {
  const { t } = useTranslation('watch')
  const { show, buyers } = useWatchContext()
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
        {t('bidder.none')} {t('bidder.noneText', { permission: name[currentLanguage()] })}
      </Text>
    )
  }
  return children(buyers.buyer)
}

/** The account that bids. With several, one is chosen, so that nobody bids for the wrong one. */
export function BuyerAccountSelect() {
  const { t } = useTranslation('watch')
  const { buyers, buyer, choose } = useWatchContext().buyers
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
