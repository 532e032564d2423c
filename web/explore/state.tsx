import { Alert, Stack, Text } from '@mantine/core'
import { IconCalendarOff } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import { dayAndTime, relative } from '../formats.ts'
import type { Show } from '../room/queries.ts'
import { leftText, useLeft } from '../shell/countdown.tsx'
import { LinkButton } from '../shell/links.tsx'
import { isSameClock } from '../shows/clock.ts'
import { inZone, ownTime, ownZone } from '../shows/times.ts'
import { Saving } from './saving.tsx'

/** When it begins, and how not to miss it; or why it does not. */
export function State({ show }: { show: Show }) {
  if (show.state === 'cancelled') return <Cancelled show={show} />
  if (show.state === 'ended') return <Ended show={show} />
  return (
    <>
      <When show={show} />
      <Saving show={show} />
    </>
  )
}

const day = 86_400_000

function When({ show: { startsAt, zone } }: { show: Show }) {
  const { t } = useTranslation('explore')
  const left = useLeft(startsAt)
  const begins =
    left === 0
      ? t('beginsSoon')
      : left < day
        ? t('beginsIn', { left: leftText(left) })
        : `${t('begins')} ${relative(startsAt)}`
  return (
    <Stack gap={4}>
      <Text size="lg" fw={600} component="time" dateTime={startsAt}>
        {inZone(startsAt, zone)}
      </Text>
      {!isSameClock(startsAt, zone, ownZone()) && (
        <Text>{t('yours', { time: ownTime(startsAt, zone) })}</Text>
      )}
      <Text c="dimmed">{begins}</Text>
    </Stack>
  )
}

function Cancelled({ show: { startsAt, zone, closeNote } }: { show: Show }) {
  const { t } = useTranslation('explore')
  return (
    <>
      <Alert color="red" icon={<IconCalendarOff aria-hidden />} title={t('cancelled.title')}>
        <Text size="sm">{t('cancelled.text', { time: inZone(startsAt, zone) })}</Text>
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

function Ended({ show: { startedAt, closedAt, startsAt, shop } }: { show: Show }) {
  const { t } = useTranslation('explore')
  const text = startedAt ? t('ended.text', { time: dayAndTime(closedAt ?? startsAt) }) : t('ended.missed')
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
