import { Paper, Stack, Text, Title } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { roles } from '../../src/permissions.ts'
import { RolePermissions } from './role-permissions.tsx'

/** Each role: its purpose, and what it can and cannot do. */
export function RoleDescriptions() {
  const { t } = useTranslation(['help', 'common'])
  return (
    <Stack>
      {roles.map((role) => (
        <Paper key={role} component="article" id={role} p="md">
          <Stack>
            <div>
              <Title order={3}>{t(`common:roles.${role}`)}</Title>
              <Text c="dimmed">{t(`common:purposes.${role}`)}</Text>
            </div>
            <RolePermissions role={role} can={t('help:can')} cannot={t('help:cannot')} isWide />
          </Stack>
        </Paper>
      ))}
      <Text c="dimmed">{t('help:anyone')}</Text>
    </Stack>
  )
}
