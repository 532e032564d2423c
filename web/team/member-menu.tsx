import { ActionIcon, Menu } from '@mantine/core'
import { IconCalendar, IconDoorExit, IconDots, IconUserMinus } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import { mayChange } from '../../src/permissions.ts'
import { useAccount } from '../session/account-context.ts'
import type { Member } from '../session/members-queries.ts'
import type { AskMemberAction } from './member-dialogs.tsx'

/** The row's menu. It is left out if it would be empty. */
export function MemberMenu({ member, ask }: { member: Member; ask: AskMemberAction }) {
  const { t } = useTranslation('team')
  const { role } = useAccount()
  const manages = !member.you && mayChange(role, member.role, member.role)
  const leaves = member.you && member.role !== 'owner'
  if (!manages && !leaves) return null
  return (
    <Menu position="bottom-end">
      <Menu.Target>
        <ActionIcon aria-label={t('menu.label', { name: member.name })}>
          <IconDots aria-hidden />
        </ActionIcon>
      </Menu.Target>
      <Menu.Dropdown>
        {manages && <Managing ask={(what) => ask({ what, member })} />}
        {leaves && (
          <Menu.Item
            color="red"
            leftSection={<IconDoorExit size="1rem" aria-hidden />}
            onClick={() => ask({ what: 'leave', member })}
          >
            {t('menu.leave')}
          </Menu.Item>
        )}
      </Menu.Dropdown>
    </Menu>
  )
}

function Managing({ ask }: { ask: (what: 'end' | 'remove') => void }) {
  const { t } = useTranslation('team')
  return (
    <>
      <Menu.Item leftSection={<IconCalendar size="1rem" aria-hidden />} onClick={() => ask('end')}>
        {t('menu.end')}
      </Menu.Item>
      <Menu.Item
        color="red"
        leftSection={<IconUserMinus size="1rem" aria-hidden />}
        onClick={() => ask('remove')}
      >
        {t('menu.remove')}
      </Menu.Item>
    </>
  )
}
