import { Stack, Text } from '@mantine/core'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { formatDateTime } from '../i18n/formats.ts'
import type { Show } from './show-queries.ts'
import { ShowTime } from './show-time.tsx'
import { timeZoneLabel } from './zoned-time.ts'

/** The details of a show, each with its label. */
export function ShowFacts({ show }: { show: Show }) {
  const { t } = useTranslation('shows')
  const { following, category, startedAt, closedAt, closedBy, closeNote } = show
  const closing = show.status === 'cancelled' ? 'cancelled' : 'ended'
  return (
    <Stack component="dl" gap="md" m={0}>
      <Fact name={t('overview.when')}>
        <ShowTime show={show} />
        <Small>{timeZoneLabel(show.zone)}</Small>
        {following > 0 && <Small>{t('overview.series', { count: following })}</Small>}
      </Fact>
      {startedAt && <Fact name={t('overview.began')}>{formatDateTime(startedAt)}</Fact>}
      {closedAt && (
        <Fact name={t(`overview.${closing}`)}>
          {closedBy
            ? t('overview.endedBy', { time: formatDateTime(closedAt), person: closedBy })
            : formatDateTime(closedAt)}
          {closeNote && <Small>{t('overview.reason', { reason: closeNote })}</Small>}
        </Fact>
      )}
      {category && <Fact name={t('overview.category')}>{category}</Fact>}
      {!show.rehearsal && (
        <Fact name={t('overview.who')}>
          {t(`form.${show.discoverability}`)}
          <Small>{t(`form.${show.discoverability}Hint`)}</Small>
        </Fact>
      )}
      <Fact name={t('overview.by')}>{show.createdBy}</Fact>
    </Stack>
  )
}

function Fact({ name, children }: { name: string; children: ReactNode }) {
  return (
    <div>
      <Text component="dt" size="sm" c="dimmed">
        {name}
      </Text>
      <Text component="dd" m={0} className="stagedoor-breaks">
        {children}
      </Text>
    </div>
  )
}

const Small = ({ children }: { children: ReactNode }) => (
  <Text component="span" display="block" size="sm" c="dimmed" className="stagedoor-breaks">
    {children}
  </Text>
)
