import { Group, Text } from '@mantine/core'
import { IconBox, IconBroadcast, IconShoppingBag } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import type { About } from '../messages/side.ts'
import { useAccount } from '../shell/account.ts'
import { LinkAnchor } from '../shell/links.tsx'

const icons = { product: IconBox, order: IconShoppingBag, show: IconBroadcast } as const

type Given = { about: About; shop: string | undefined }

/** What a message to a shop, or its answer, is about: where the buyer finds it. */
export function AboutLink({ about, shop }: Given) {
  const { t } = useTranslation('messages')
  const Icon = icons[about.kind]
  return (
    <Group gap={6} wrap="nowrap" align="flex-start" pb={4}>
      <Icon size="1rem" aria-hidden className="stagedoor-whole" />
      <Text size="xs" className="stagedoor-breaks">
        {t(`thread.about.${about.kind}`)} <Link about={about} shop={shop} />
      </Text>
    </Group>
  )
}

function Link({ about: { kind, id, title }, shop }: Given) {
  const { id: account } = useAccount()
  const look = { inherit: true, fw: 600, underline: 'always' } as const
  if (kind === 'order')
    return (
      <LinkAnchor
        to="/dashboard/$account/spending/purchases/$purchase"
        params={{ account, purchase: id }}
        {...look}
      >
        {title}
      </LinkAnchor>
    )
  if (kind === 'show')
    return (
      <LinkAnchor to="/shows/$show" params={{ show: id }} {...look}>
        {title}
      </LinkAnchor>
    )
  if (!shop) return title
  const params = { username: shop, product: id }
  return (
    <LinkAnchor to="/shops/$username/products/$product" params={params} {...look}>
      {title}
    </LinkAnchor>
  )
}
