import { ActionIcon, Button, Menu } from '@mantine/core'
import { IconBroadcast, IconCalendarOff, IconDots, IconExternalLink, IconPencil } from '@tabler/icons-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useAccount, useMay } from '../session/account-context.ts'
import { LinkButton, LinkMenuItem } from '../ui/links.tsx'
import { CancelShowDialog } from './cancel-show-dialog.tsx'
import { isShowOver, type Show } from './show-queries.ts'
import { StudioLink } from './studio-link.tsx'
import { useStartRehearsal } from './use-start-rehearsal.ts'

/** The actions for a show that are possible now and allowed to the role. Support has none. */
export function ShowActions({ show }: { show: Show }) {
  const { t } = useTranslation('shows')
  const { id: account } = useAccount()
  const may = useMay()
  const hosts = may('shows.host') && !isShowOver(show)
  const edits = may('shows.manage') && !isShowOver(show) && !show.rehearsal
  return (
    <>
      {hosts && <GoLive show={show} />}
      {hosts && !show.rehearsal && show.status !== 'live' && <Rehearse show={show} />}
      {edits && (
        <LinkButton
          to="/dashboard/$account/shows/$show/edit"
          params={{ account, show: show.id }}
          variant="default"
          leftSection={<IconPencil size="1.125rem" aria-hidden />}
        >
          {t('act.edit')}
        </LinkButton>
      )}
      {!show.rehearsal && <MoreActs show={show} cancels={edits && show.status === 'scheduled'} />}
    </>
  )
}

const goLive = { scheduled: 'act.goLive', stopped: 'act.resume', live: 'act.studio' } as const

function GoLive({ show: { id, status } }: { show: Show }) {
  const { t } = useTranslation('shows')
  if (status === 'ended' || status === 'cancelled') return null
  return (
    <StudioLink show={id} leftSection={<IconBroadcast size="1.125rem" aria-hidden />}>
      {t(goLive[status])}
    </StudioLink>
  )
}

function Rehearse({ show }: { show: Show }) {
  const { t } = useTranslation('shows')
  const { mutate, isPending } = useStartRehearsal(show)
  return (
    <Button variant="default" loading={isPending} onClick={() => mutate()}>
      {t('act.rehearse')}
    </Button>
  )
}

function MoreActs({ show, cancels }: { show: Show; cancels: boolean }) {
  const { t } = useTranslation('shows')
  const [isAsked, setAsked] = useState(false)
  return (
    <>
      <Menu position="bottom-end">
        <Menu.Target>
          <ActionIcon aria-label={t('act.more', { title: show.title })}>
            <IconDots aria-hidden />
          </ActionIcon>
        </Menu.Target>
        <Menu.Dropdown>
          <LinkMenuItem
            to="/shows/$show"
            params={{ show: show.id }}
            leftSection={<IconExternalLink size="1rem" aria-hidden />}
          >
            {t('overview.page')}
          </LinkMenuItem>
          {cancels && (
            <Menu.Item
              color="red"
              leftSection={<IconCalendarOff size="1rem" aria-hidden />}
              onClick={() => setAsked(true)}
            >
              {t('act.cancel')}
            </Menu.Item>
          )}
        </Menu.Dropdown>
      </Menu>
      {isAsked && <CancelShowDialog show={show} close={() => setAsked(false)} />}
    </>
  )
}
