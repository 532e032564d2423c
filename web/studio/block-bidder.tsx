import { Button, Text } from '@mantine/core'
import { useDisclosure } from '@mantine/hooks'
import { useInfiniteQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { useMay } from '../shell/account.ts'
import { BanDialog } from './ban-dialog.tsx'
import { chatOf, type Of } from './queries.ts'

/** Somebody whose bids are not paid may be kept out: by a line of theirs, since that is how one knows them. */
export function BlockBidder({ of, name }: { of: Of; name: string }) {
  const { t } = useTranslation(['studio', 'moderation'])
  const may = useMay()('shows.chat')
  const { data } = useInfiniteQuery({ ...chatOf(of), enabled: may })
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
