import { Paper, SegmentedControl, Stack, Text, Title } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { type GivenRole, givenRoles } from '../../src/permissions.ts'
import { RolePermissions } from '../help/role-permissions.tsx'

/** An interactive preview of the matrix: what each role may do. */
export function RolePreview() {
  const { t } = useTranslation(['landing', 'help', 'common'])
  const [role, setRole] = useState<GivenRole>('seller')
  return (
    <Paper component="section" aria-labelledby="roles-shown" p="lg">
      <Stack>
        <Title order={2} id="roles-shown">
          {t('landing:roles')}
        </Title>
        <SegmentedControl
          fullWidth
          aria-label={t('landing:choose')}
          value={role}
          onChange={setRole}
          data={givenRoles.map((value) => ({ value, label: t(`common:roles.${value}`) }))}
        />
        <Text c="dimmed">{t(`common:purposes.${role}`)}</Text>
        <RolePermissions role={role} can={t('help:can')} cannot={t('help:cannot')} isWide />
      </Stack>
    </Paper>
  )
}
