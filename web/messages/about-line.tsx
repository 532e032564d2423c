import { Group, Text } from '@mantine/core'
import { IconBox, IconBroadcast, IconPackage } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import { LinkAnchor } from '../shell/links.tsx'
import type { buyersPage, sellersPage } from './about-pages.ts'
import type { About } from './side.ts'

const icons = { product: IconBox, order: IconPackage, show: IconBroadcast } as const

type Given = {
  about: About
  /** Where whoever reads it finds it, if anywhere. */
  link: ReturnType<typeof sellersPage | typeof buyersPage>
}

/** What a message is about. */
export function AboutLine({ about: { kind, title }, link }: Given) {
  const { t } = useTranslation('messages')
  const Icon = icons[kind]
  return (
    <Group gap={6} wrap="nowrap" align="flex-start" pb={4}>
      <Icon size="1rem" aria-hidden className="stagedoor-whole" />
      <Text size="xs" className="stagedoor-breaks">
        {t(`thread.about.${kind}`)}{' '}
        {link ? (
          <LinkAnchor {...link} inherit fw={600} underline="always">
            {title}
          </LinkAnchor>
        ) : (
          title
        )}
      </Text>
    </Group>
  )
}
