import { Paper, SegmentedControl, Stack, Text, Title } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { type GivenRole, givenRoles } from '../../src/permissions.ts'
import { Powers } from '../help/powers.tsx'

/** The matrix to play with: what somebody of each role may do. */
export function RolesShown() {
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
        <Powers role={role} can={t('help:can')} cannot={t('help:cannot')} isWide />
      </Stack>
    </Paper>
  )
}
