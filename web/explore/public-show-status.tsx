import { Alert, Stack, Text } from '@mantine/core'
import { IconCalendarOff } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import { readerTimeZone } from '../i18n/days.ts'
import { formatDateTime, formatRelativeTime } from '../i18n/formats.ts'
import { isSameLocalTime } from '../shows/time-zones.ts'
import { formatInOwnZone, formatInZone } from '../shows/zoned-time.ts'
import { formatTimeLeft, useTimeLeft } from '../ui/countdown.tsx'
import { LinkButton } from '../ui/links.tsx'
import type { PublicShow } from '../watch/watch-queries.ts'
import { ShowReminders } from './show-reminders.tsx'

/** When the show begins and how to be reminded, or why it does not begin. */
export function PublicShowStatus({ show }: { show: PublicShow }) {
  if (show.status === 'cancelled') return <Cancelled show={show} />
  if (show.status === 'ended') return <Ended show={show} />
  return (
    <>
      <When show={show} />
      <ShowReminders show={show} />
    </>
  )
}

const day = 86_400_000

function When({ show: { startsAt, zone } }: { show: PublicShow }) {
  const { t } = useTranslation('explore')
  const left = useTimeLeft(startsAt)
  const begins =
    left === 0
      ? t('beginsSoon')
      : left < day
        ? t('beginsIn', { left: formatTimeLeft(left) })
        : `${t('begins')} ${formatRelativeTime(startsAt)}`
  return (
    <Stack gap={4}>
      <Text size="lg" fw={600} component="time" dateTime={startsAt}>
        {formatInZone(startsAt, zone)}
      </Text>
      {!isSameLocalTime(startsAt, zone, readerTimeZone()) && (
        <Text>{t('yours', { time: formatInOwnZone(startsAt, zone) })}</Text>
      )}
      <Text c="dimmed">{begins}</Text>
    </Stack>
  )
}

function Cancelled({ show: { startsAt, zone, closeNote } }: { show: PublicShow }) {
  const { t } = useTranslation('explore')
  return (
    <>
      <Alert color="red" icon={<IconCalendarOff aria-hidden />} title={t('cancelled.title')}>
        <Text size="sm">{t('cancelled.text', { time: formatInZone(startsAt, zone) })}</Text>
        {closeNote && (
          <Text size="sm" mt="xs" className="stagedoor-breaks stagedoor-lines">
            {t('cancelled.reason', { reason: closeNote })}
          </Text>
        )}
      </Alert>
      <Elsewhere />
    </>
  )
}

function Ended({ show: { startedAt, closedAt, startsAt, shop } }: { show: PublicShow }) {
  const { t } = useTranslation('explore')
  const text = startedAt ? t('ended.text', { time: formatDateTime(closedAt ?? startsAt) }) : t('ended.missed')
  return (
    <>
      <Alert color="gray" title={t('ended.title')}>
        <Text size="sm">{text}</Text>
      </Alert>
      <LinkButton to="/shops/$username" params={{ username: shop.username }}>
        {t('shop')}
      </LinkButton>
      <Elsewhere />
    </>
  )
}

function Elsewhere() {
  const { t } = useTranslation('explore')
  return (
    <LinkButton to="/shows" variant="default">
      {t('cancelled.next')}
    </LinkButton>
  )
}
