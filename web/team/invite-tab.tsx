import { Button, Group, Select, SimpleGrid, Stack, Text } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { languages } from '../../locales/index.ts'
import { givenRoles, mayChange } from '../../src/permissions.ts'
import { useAccount } from '../shell/account.ts'
import { languageNames } from '../shell/preferences.tsx'
import { ProblemAlert } from '../shell/problem-alert.tsx'
import { AddressInput } from './address-input.tsx'
import { InviteRow } from './invite-row.tsx'
import { isSent, unsent } from './invite-rows.ts'
import { LastDayInput } from './last-day-input.tsx'
import { RoleSelect } from './role-select.tsx'
import { useInvite } from './use-invite.ts'

/** Ten addresses in, ten rows with a role each, ten results. */
export function InviteTab({ seePending }: { seePending: () => void }) {
  const { t } = useTranslation('team')
  const { role: actor } = useAccount()
  const invite = useInvite()
  const roles = givenRoles.filter((role) => mayChange(actor, role, role))
  const left = unsent(invite.rows)
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault()
        invite.send()
      }}
    >
      <Stack>
        <SimpleGrid cols={{ base: 1, sm: 2 }}>
          <AddressInput add={invite.add} full={invite.isFull} />
          <RoleSelect
            label={t('invite.roleForAll')}
            value={invite.role}
            roles={roles}
            onChange={invite.setRoleForAll}
          />
        </SimpleGrid>
        <Results
          sent={invite.rows.filter(isSent).length}
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
