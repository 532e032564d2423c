import { Group, Paper, Stack, Text, Title } from '@mantine/core'
import { IconBroadcast } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import { useAccount, useMay } from '../session/account-context.ts'
import { ShowLink, SmallShowCover } from '../shows/show-link.tsx'
import type { ShowSummary } from '../shows/show-queries.ts'
import { ShowBadges } from '../shows/show-status-badge.tsx'
import { ShowTime } from '../shows/show-time.tsx'
import { StudioLink } from '../shows/studio-link.tsx'
import { formatTimeLeft, useTimeLeft } from '../ui/countdown.tsx'
import { LinkButton } from '../ui/links.tsx'

const titles = {
  live: 'home.live',
  stopped: 'home.stopped',
  scheduled: 'home.next',
  ended: 'home.next',
  cancelled: 'home.next',
} as const

/** The live show or the next one. Hosts get a link to the studio; others see what the show needs. */
export function NextShow({ show }: { show: ShowSummary }) {
  const { t } = useTranslation(['shows', 'home'])
  const isOn = show.status !== 'scheduled'
  const title = t(titles[show.status])
  return (
    <Stack component="section" gap="sm" aria-label={title} maw="var(--stagedoor-form)">
      <Title order={2}>{title}</Title>
      <Paper p="md">
        <Stack gap="md">
          <Group gap="sm" wrap="nowrap" align="flex-start">
            <SmallShowCover show={show} />
            <Stack gap={4} miw={0}>
              <ShowLink show={show} />
              <Text size="sm" component="div">
                <ShowTime show={show} />
              </Text>
              <Group gap="xs">
                <ShowBadges show={show} />
                <Text size="xs" c="dimmed">
                  {t('products', { count: show.products })}
                </Text>
                {!isOn && <Soon startsAt={show.startsAt} />}
              </Group>
            </Stack>
          </Group>
          <Acts show={show} />
        </Stack>
      </Paper>
    </Stack>
  )
}

const day = 86_400_000

/** The time until it begins, if that is a matter of hours. */
function Soon({ startsAt }: { startsAt: string }) {
  const { t } = useTranslation('explore')
  const left = useTimeLeft(startsAt)
  if (left === 0 || left > day) return null
  return <Text size="xs">{t('beginsIn', { left: formatTimeLeft(left) })}</Text>
}

const words = { live: 'act.studio', stopped: 'act.resume', scheduled: 'act.goLive' } as const

function Acts({ show: { id: show, status, products } }: { show: ShowSummary }) {
  const { t } = useTranslation('shows')
  const { id: account } = useAccount()
  const may = useMay()
  if (status === 'ended' || status === 'cancelled') return null
  const needsProducts = products === 0 && may('shows.manage')
  return (
    <Group gap="xs">
      {may('shows.host') && (
        <StudioLink show={show} leftSection={<IconBroadcast size="1.125rem" aria-hidden />}>
          {t(words[status])}
        </StudioLink>
      )}
      <LinkButton
        to={needsProducts ? '/dashboard/$account/shows/$show/products' : '/dashboard/$account/shows/$show'}
        params={{ account, show }}
        variant="default"
      >
        {t(needsProducts ? 'home.products' : 'home.open')}
      </LinkButton>
    </Group>
  )
}
