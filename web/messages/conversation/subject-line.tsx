import { Group, Text } from '@mantine/core'
import { IconBox, IconBroadcast, IconPackage } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import { LinkAnchor } from '../../ui/links.tsx'
import type { MessageSubject } from '../conversation-api.ts'
import type { buyerSubjectLink, sellerSubjectLink } from './subject-links.ts'

const icons = { product: IconBox, order: IconPackage, show: IconBroadcast } as const

type Given = {
  subject: MessageSubject
  /** The link for this reader, if there is one. */
  link: ReturnType<typeof sellerSubjectLink | typeof buyerSubjectLink>
}

/** The subject of a message. */
export function SubjectLine({ subject: { kind, title }, link }: Given) {
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
