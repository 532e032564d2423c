import { IconShoppingCart } from '@tabler/icons-react'
import { useLocation } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { LinkButton, LinkIcon } from '../shell/links.tsx'
import { PublicPage } from '../shell/public-page.tsx'
import { cartOf } from './spending-pages.ts'
import { type Buyers, useBuyers } from './use-buyers.ts'

type Given = { title: string; shop: string | undefined; children: ReactNode }

/** The frame of a shop's pages: anybody's, with a way in, and a way back for whoever is in. */
export function ShopFrame({ title, shop, children }: Given) {
  return (
    <PublicPage wide title={title} heading={null} corner={<Corner of={useBuyers(shop)} />}>
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
        <LinkIcon to={cartOf(buyer.id)} aria-label={t('corner.cart', { account: buyer.name })}>
          <IconShoppingCart aria-hidden />
        </LinkIcon>
      )}
      <LinkButton to="/dashboard" variant="default" size="compact-md" visibleFrom="sm">
        {t('corner.dashboard')}
      </LinkButton>
    </>
  )
}
