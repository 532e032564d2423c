import { Button, CopyButton, Group, Stack, Text } from '@mantine/core'
import { IconBookmark, IconBookmarkFilled, IconCalendarPlus, IconCheck, IconLink } from '@tabler/icons-react'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useLocation } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { callApi } from '../data/api.ts'
import { saveFile } from '../data/save-file.ts'
import { useVisitor } from '../session/visitor.ts'
import { publicShowUrl } from '../shows/show-queries.ts'
import { LinkButton } from '../ui/links.tsx'
import { ProblemAlert } from '../ui/problem-alert.tsx'
import type { PublicShow } from '../watch/watch-queries.ts'
import { calendarFile } from './calendar-file.ts'
import { bookmarksQuery } from './explore-queries.ts'

/** Ways not to miss a show: a mail when it begins, a calendar entry, a link to share. */
export function ShowReminders({ show }: { show: PublicShow }) {
  const { t } = useTranslation('explore')
  const { person, known } = useVisitor()
  return (
    <Stack gap="xs">
      {person ? <Bookmark show={show.id} /> : known && <SignInFirst />}
      <Group gap="xs" grow preventGrowOverflow={false}>
        <Button
          variant="default"
          leftSection={<IconCalendarPlus size="1.125rem" aria-hidden />}
          onClick={() => saveFile(calendarOf(show), 'text/calendar', `${t('file')}.ics`)}
        >
          {t('calendar')}
        </Button>
        <CopyLink value={publicShowUrl(show)} />
      </Group>
    </Stack>
  )
}

const calendarOf = (show: PublicShow) =>
  calendarFile({ ...show, title: `${show.title} · ${show.shop.name}`, url: publicShowUrl(show) })

function CopyLink({ value }: { value: string }) {
  const { t } = useTranslation('explore')
  return (
    <CopyButton value={value}>
      {({ copied, copy }) => (
        <Button
          variant="default"
          leftSection={
            copied ? <IconCheck size="1.125rem" aria-hidden /> : <IconLink size="1.125rem" aria-hidden />
          }
          onClick={copy}
        >
          {t(copied ? 'copied' : 'copy')}
        </Button>
      )}
    </CopyButton>
  )
}

function SignInFirst() {
  const { t } = useTranslation('explore')
  const next = useLocation({ select: ({ href }) => href })
  return (
    <>
      <LinkButton
        to="/sign-in"
        search={{ next }}
        leftSection={<IconBookmark size="1.125rem" aria-hidden />}
        size="md"
      >
        {t('bookmark')}
      </LinkButton>
      <Text size="sm" c="dimmed">
        {t('signInHint')}
      </Text>
    </>
  )
}

function Bookmark({ show }: { show: string }) {
  const { t } = useTranslation('explore')
  const queries = useQueryClient()
  const { data } = useQuery(bookmarksQuery)
  const isKept = data?.some(({ id }) => id === show) ?? false
  const params = { show }
  const { mutate, error, isPending } = useMutation({
    mutationFn: () =>
      isKept
        ? callApi('DELETE /shows/:show/bookmark', { params })
        : callApi('POST /shows/:show/bookmark', { params }),
    onSuccess: () => queries.invalidateQueries({ queryKey: bookmarksQuery.queryKey }),
  })
  const Icon = isKept ? IconBookmarkFilled : IconBookmark
  return (
    <>
      <Button
        size="md"
        variant={isKept ? 'light' : 'filled'}
        leftSection={<Icon size="1.125rem" aria-hidden />}
        aria-pressed={isKept}
        loading={isPending}
        disabled={!data}
        onClick={() => mutate()}
      >
        {t(isKept ? 'bookmarked' : 'bookmark')}
      </Button>
      <Text size="sm" c="dimmed">
        {t('bookmarkHint')}
      </Text>
      <ProblemAlert problem={error} />
    </>
  )
}
