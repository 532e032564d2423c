import { Button, Group, Select, SimpleGrid, Stack, Text } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { languages } from '../../locales/index.ts'
import { givenRoles, mayChange } from '../../src/permissions.ts'
import { languageNames } from '../layout/preferences-menu.tsx'
import { useAccount } from '../session/account-context.ts'
import { ProblemAlert } from '../ui/problem-alert.tsx'
import { EmailAddressesInput } from './email-addresses-input.tsx'
import { isInviteSent, unsentInvites } from './invite-entries.ts'
import { InviteRow } from './invite-row.tsx'
import { LastDayInput } from './last-day-input.tsx'
import { RoleSelect } from './role-select.tsx'
import { useInviteForm } from './use-invite-form.ts'

/** The form that invites several people at once, with a role and a result for each. */
export function InviteTab({ seePending }: { seePending: () => void }) {
  const { t } = useTranslation('team')
  const { role: actor } = useAccount()
  const invite = useInviteForm()
  const roles = givenRoles.filter((role) => mayChange(actor, role, role))
  const left = unsentInvites(invite.rows)
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault()
        invite.send()
      }}
    >
      <Stack>
        <SimpleGrid cols={{ base: 1, sm: 2 }}>
          <EmailAddressesInput add={invite.add} full={invite.isFull} />
          <RoleSelect
            label={t('invite.roleForAll')}
            value={invite.role}
            roles={roles}
            onChange={invite.setRoleForAll}
          />
        </SimpleGrid>
        <Results
          sent={invite.rows.filter(isInviteSent).length}
          left={left.length}
          done={invite.isDone}
          seePending={seePending}
        />
        {invite.rows.length > 0 && (
          <Stack component="ul" gap="xs" className="stagedoor-list">
            {invite.rows.map((row, index) => (
              <InviteRow
                key={row.key}
                row={row}
                number={index + 1}
                roles={roles}
                change={(changed) => invite.change(row.key, changed)}
                remove={() => invite.remove(row.key)}
              />
            ))}
          </Stack>
        )}
        <SimpleGrid cols={{ base: 1, sm: 2 }}>
          <LastDayInput label={t('invite.ends')} value={invite.day} onChange={invite.setDay} />
          <Select
            label={t('invite.language')}
            value={invite.locale}
            data={languages.map((one) => ({ value: one, label: languageNames[one] }))}
            onChange={(one) => one && invite.setLocale(one)}
          />
        </SimpleGrid>
        <ProblemAlert problem={invite.problem} />
        <Group justify="space-between">
          <Text size="xs" c="dimmed" flex="1 1 var(--stagedoor-column)">
            {t('invite.valid')}
          </Text>
          <Button type="submit" disabled={left.length === 0} loading={invite.busy}>
            {t('invite.send', { count: Math.max(left.length, 1) })}
          </Button>
        </Group>
      </Stack>
    </form>
  )
}

type Outcome = { sent: number; left: number; done: boolean; seePending: () => void }

function Results({ sent, left, done, seePending }: Outcome) {
  const { t } = useTranslation('team')
  return (
    <Group role="status" gap="xs">
      {done && (
        <>
          {sent > 0 && <Text fw={600}>{t('invite.summary', { count: sent })}</Text>}
          {left > 0 && <Text>{t('invite.remaining', { count: left })}</Text>}
          {sent > 0 && (
            <Button variant="subtle" size="compact-sm" onClick={seePending}>
              {t('invite.seePending')}
            </Button>
          )}
        </>
      )}
    </Group>
  )
}
