import { IconLayoutDashboard, IconShoppingCart } from '@tabler/icons-react'
import { useLocation } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { PublicPage } from '../layout/public-page.tsx'
import { LinkButton, LinkIconButton } from '../ui/links.tsx'
import type { BuyerAccounts } from './use-buyer-accounts.ts'

type Given = { title: string; buyers: BuyerAccounts; children: ReactNode }

/** The frame of a shop's public pages, with links to sign in or, when signed in, to the dashboard. */
export function ShopFrame({ title, buyers, children }: Given) {
  return (
    <PublicPage wide title={title} heading={null} corner={<Corner of={buyers} />}>
      {children}
    </PublicPage>
  )
}

function Corner({ of: { known, isSignedIn, buyer } }: { of: BuyerAccounts }) {
  const { t } = useTranslation('shop')
  const here = useLocation({ select: ({ href }) => href })
  if (!known) return null
  if (!isSignedIn) {
    return (
      <LinkButton to="/sign-in" search={{ next: here }} variant="default" size="compact-md">
        {t('corner.signIn')}
      </LinkButton>
    )
  }
  return (
    <>
      {buyer && (
        <LinkIconButton
          to="/dashboard/$account/spending/cart"
          params={{ account: buyer.id }}
          aria-label={t('corner.cart', { account: buyer.name })}
        >
          <IconShoppingCart aria-hidden />
        </LinkIconButton>
      )}
      <LinkButton to="/dashboard" variant="default" size="compact-md" visibleFrom="sm">
        {t('corner.dashboard')}
      </LinkButton>
      <LinkIconButton to="/dashboard" hiddenFrom="sm" aria-label={t('corner.dashboard')}>
        <IconLayoutDashboard aria-hidden />
      </LinkIconButton>
    </>
  )
}
