import { Select, type SelectProps, Stack, Text } from '@mantine/core'
import { Trans, useTranslation } from 'react-i18next'
import { type GivenRole, permissionsOf, type Role } from '../../src/permissions.ts'
import { formatPermissions, missingPermissions, roleDifference } from './role-difference.ts'

type Given = Omit<SelectProps<GivenRole>, 'data' | 'renderOption' | 'value' | 'onChange'> & {
  value: GivenRole
  roles: readonly GivenRole[]
  /** The present role of the member: each option then says what they would gain and lose. */
  present?: Role
  onChange: (role: GivenRole) => void
}

/** A select for a role. Each option explains what the role can do, or what would change. */
export function RoleSelect({ value, roles, present, onChange, ...rest }: Given) {
  const { t } = useTranslation('common')
  return (
    <Select<GivenRole>
      {...rest}
      value={value}
      data={roles.map((role) => ({ value: role, label: t(`roles.${role}`) }))}
      onChange={(role) => role && role !== value && onChange(role)}
      maxDropdownHeight="var(--stagedoor-tall)"
      comboboxProps={{ width: 'var(--stagedoor-explained)', position: 'bottom-start', shadow: 'md' }}
      renderOption={({ option }) => <Explained role={option.value} present={present} />}
    />
  )
}

function Explained({ role, present }: { role: GivenRole; present: Role | undefined }) {
  const { t } = useTranslation('common')
  return (
    <Stack gap={2} py={4}>
      <Text size="sm" fw={600}>
        {t(`roles.${role}`)}
      </Text>
      <Text size="xs">{t(`purposes.${role}`)}</Text>
      {present && present !== role ? <Changes from={present} to={role} /> : <Abilities role={role} />}
    </Stack>
  )
}

function Changes({ from, to }: { from: Role; to: Role }) {
  const { gains, loses } = roleDifference(from, to)
  return (
    <>
      {gains.length > 0 && <Line text="team:role.gains" list={formatPermissions(gains)} />}
      {loses.length > 0 && <Line text="team:role.loses" list={formatPermissions(loses)} />}
    </>
  )
}

function Abilities({ role }: { role: GivenRole }) {
  return (
    <>
      <Line text="team:role.can" list={formatPermissions(permissionsOf(role))} />
      <Line text="team:role.cannot" list={formatPermissions(missingPermissions(role))} />
    </>
  )
}

function Line({
  text,
  list,
}: {
  text: 'team:role.gains' | 'team:role.loses' | 'team:role.can' | 'team:role.cannot'
  list: string
}) {
  const { t } = useTranslation(['team', 'common'])
  return (
    <Text size="xs" c="dimmed">
      <Trans t={t} i18nKey={text} values={{ list }} components={{ b: <b /> }} />
    </Text>
  )
}
