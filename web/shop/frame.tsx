import { IconLayoutDashboard, IconShoppingCart } from '@tabler/icons-react'
import { useLocation } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { LinkButton, LinkIcon } from '../shell/links.tsx'
import { PublicPage } from '../shell/public-page.tsx'
import type { Buyers } from './use-buyers.ts'

type Given = { title: string; buyers: Buyers; children: ReactNode }

/** The frame of a shop's pages: anybody's, with a way in, and a way back for whoever is in. */
export function ShopFrame({ title, buyers, children }: Given) {
  return (
    <PublicPage wide title={title} heading={null} corner={<Corner of={buyers} />}>
      {children}
    </PublicPage>
  )
}

function Corner({ of: { known, isSignedIn, buyer } }: { of: Buyers }) {
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
        <LinkIcon
          to="/dashboard/$account/spending/cart"
          params={{ account: buyer.id }}
          aria-label={t('corner.cart', { account: buyer.name })}
        >
          <IconShoppingCart aria-hidden />
        </LinkIcon>
      )}
      <LinkButton to="/dashboard" variant="default" size="compact-md" visibleFrom="sm">
        {t('corner.dashboard')}
      </LinkButton>
      <LinkIcon to="/dashboard" hiddenFrom="sm" aria-label={t('corner.dashboard')}>
        <IconLayoutDashboard aria-hidden />
      </LinkIcon>
    </>
  )
}
