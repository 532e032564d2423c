import { Box, Table, VisuallyHidden } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { useMay } from '../session/account-context.ts'
import type { Member } from '../session/members-queries.ts'
import { RelativeTime } from '../ui/relative-time.tsx'
import type { AskMemberAction } from './member-dialogs.tsx'
import { MemberMenu } from './member-menu.tsx'
import { MemberName } from './member-name.tsx'
import { MemberRole } from './member-role.tsx'
import { useAccessEndText } from './use-access-end-text.ts'

/** The members on wide screens. Members who do not manage the team see names and roles only. */
export function MemberTable({ members, ask }: { members: Member[]; ask: AskMemberAction }) {
  const { t } = useTranslation('team')
  const manages = useMay()('team.manage')
  return (
    <Table stickyHeader stickyHeaderOffset="var(--app-shell-header-height)" aria-label={t('title')}>
      <Table.Thead>
        <Table.Tr>
          <Table.Th>{t('columns.name')}</Table.Th>
          <Table.Th>{t('columns.role')}</Table.Th>
          {manages && (
            <>
              <Table.Th>{t('columns.email')}</Table.Th>
              <Table.Th>{t('columns.active')}</Table.Th>
              <Table.Th>{t('columns.twoFactor')}</Table.Th>
              <Table.Th>{t('columns.ends')}</Table.Th>
            </>
          )}
          <Table.Th>
            <VisuallyHidden>{t('columns.more')}</VisuallyHidden>
          </Table.Th>
        </Table.Tr>
      </Table.Thead>
      <Table.Tbody>
        {members.map((member) => (
          <Table.Tr key={member.id}>
            <Table.Td>
              <Box miw="var(--stagedoor-column)">
                <MemberName member={member} />
              </Box>
            </Table.Td>
            <Table.Td>
              <MemberRole member={member} />
            </Table.Td>
            {manages && <ManagersCells member={member} />}
            <Table.Td align="right">
              <MemberMenu member={member} ask={ask} />
            </Table.Td>
          </Table.Tr>
        ))}
      </Table.Tbody>
    </Table>
  )
}

function ManagersCells({ member }: { member: Member }) {
  const { t } = useTranslation('team')
  const ends = useAccessEndText(member)
  return (
    <>
      <Table.Td className="stagedoor-breaks">{member.email}</Table.Td>
      <Table.Td>
        {member.lastActiveAt ? <RelativeTime time={member.lastActiveAt} /> : t('active.never')}
      </Table.Td>
      <Table.Td>{t(member.twoFactor ? 'twoFactor.on' : 'twoFactor.off')}</Table.Td>
      <Table.Td>{ends ?? t('ends.never')}</Table.Td>
    </>
  )
}
