import { Button, Text } from '@mantine/core'
import { useDisclosure } from '@mantine/hooks'
import { useInfiniteQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { useMay } from '../../session/account-context.ts'
import { type ShowRef, studioChatQuery } from '../broadcast/studio-queries.ts'
import { BanDialog } from '../chat/ban-dialog.tsx'

/**
 * Blocks a bidder whose bids are not paid. The API blocks the author of a chat line, so this looks for one of theirs.
 */
export function BlockBidder({ of, name }: { of: ShowRef; name: string }) {
  const { t } = useTranslation(['studio', 'moderation'])
  const may = useMay()('shows.chat')
  const { data } = useInfiniteQuery({ ...studioChatQuery(of), enabled: may })
  const [isAsked, { open, close }] = useDisclosure()
  const line = data?.pages.flatMap(({ items }) => items).find((one) => !one.host && one.name === name)
  if (!may) return null
  if (!line)
    return (
      <Text size="sm" c="dimmed">
        {t('result.silent', { name })}
      </Text>
    )
  return (
    <>
      <Button size="compact-md" variant="subtle" color="red" onClick={open}>
        {t('moderation:ban.block', { name })}
      </Button>
      {isAsked && <BanDialog of={of} line={line} kind="block" close={close} />}
    </>
  )
}
