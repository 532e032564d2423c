import { IconBox, IconBroadcast, IconShoppingBag } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import type { About } from '../messages/side.ts'
import { useAccount } from '../shell/account.ts'
import { LinkAnchor } from '../shell/links.tsx'

const icons = { product: IconBox, order: IconShoppingBag, show: IconBroadcast } as const

/** What a message to a shop, or its answer, is about: where the buyer finds it. */
export function AboutLink({ about: { kind, id, title }, shop }: { about: About; shop: string | undefined }) {
  const { t } = useTranslation('spending')
  const { id: account } = useAccount()
  const Icon = icons[kind]
  const shared = { size: 'sm', fw: 600, display: 'block', underline: 'always' } as const
  const named = (
    <>
      <Icon size="1rem" aria-hidden /> {kind === 'order' ? t('code', { code: title }) : title}
    </>
  )
  if (kind === 'order')
    return (
      <LinkAnchor
        to="/dashboard/$account/spending/purchases/$purchase"
        params={{ account, purchase: id }}
        {...shared}
      >
        {named}
      </LinkAnchor>
    )
  if (kind === 'show')
    return (
      <LinkAnchor to="/shows/$show" params={{ show: id }} {...shared}>
        {named}
      </LinkAnchor>
    )
  if (!shop) return <>{title}</>
  const params = { username: shop, product: id }
  return (
    <LinkAnchor to="/shops/$username/products/$product" params={params} {...shared}>
      {named}
    </LinkAnchor>
  )
}
