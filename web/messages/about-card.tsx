import { Group, Text } from '@mantine/core'
import { IconBox, IconBroadcast, IconPackage } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import { useAccount } from '../shell/account.ts'
import { LinkAnchor } from '../shell/links.tsx'
import type { About } from './side.ts'

const icons = { product: IconBox, order: IconPackage, show: IconBroadcast } as const

/** What a message is about, on the seller's own page of it. */
export function AboutCard({ about }: { about: About }) {
  const { t } = useTranslation('messages')
  const Icon = icons[about.kind]
  return (
    <Group gap={6} wrap="nowrap" align="flex-start" pb={4}>
      <Icon size="1rem" aria-hidden className="stagedoor-whole" />
      <Text size="xs" className="stagedoor-breaks">
        {t(`thread.about.${about.kind}`)} <Link about={about} />
      </Text>
    </Group>
  )
}

function Link({ about: { kind, id, title } }: { about: About }) {
  const { id: account } = useAccount()
  const look = { inherit: true, fw: 600, underline: 'always' } as const
  if (kind === 'order')
    return (
      <LinkAnchor to="/dashboard/$account/orders/$order" params={{ account, order: id }} {...look}>
        {title}
      </LinkAnchor>
    )
  if (kind === 'show')
    return (
      <LinkAnchor to="/dashboard/$account/shows/$show" params={{ account, show: id }} {...look}>
        {title}
      </LinkAnchor>
    )
  return (
    <LinkAnchor to="/dashboard/$account/inventory/$product" params={{ account, product: id }} {...look}>
      {title}
    </LinkAnchor>
  )
}
