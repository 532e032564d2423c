import { Paper, Stack, Table, Text, VisuallyHidden } from '@mantine/core'
import { IconCheck, IconMinus } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import { may, type Permission, permissionNames, permissions, roles } from '../../src/permissions.ts'
import { formatList } from '../i18n/formats.ts'
import { currentLanguage } from '../i18n/i18n.ts'
import { permissionSentence } from './permission-sentence.ts'

/** The whole matrix: a table on wide screens, a list of permissions with their roles on narrow ones. */
export function PermissionMatrix() {
  return (
    <>
      <Table.ScrollContainer minWidth={0} visibleFrom="sm">
        <Grid />
      </Table.ScrollContainer>
      <Holders />
    </>
  )
}

function Grid() {
  const { t } = useTranslation(['help', 'common'])
  return (
    <Table>
      <Table.Thead>
        <Table.Tr>
          <Table.Th scope="col">{t('help:matrix.permission')}</Table.Th>
          {roles.map((role) => (
            <Table.Th key={role} scope="col" ta="center">
              {t(`common:roles.${role}`)}
            </Table.Th>
          ))}
        </Table.Tr>
      </Table.Thead>
      <Table.Tbody>
        {permissionNames.map((permission) => (
          <Row key={permission} permission={permission} />
        ))}
      </Table.Tbody>
    </Table>
  )
}

function Row({ permission }: { permission: Permission }) {
  return (
    <Table.Tr>
      <Table.Th scope="row" fw="regular" c="bright">
        {permissions[permission].name[currentLanguage()]}
        <Text size="xs" c="dimmed">
          {permissionSentence(permission)}
        </Text>
      </Table.Th>
      {roles.map((role) => (
        <Table.Td key={role} ta="center">
          <Mark yes={may(role, permission)} />
        </Table.Td>
      ))}
    </Table.Tr>
  )
}

function Mark({ yes }: { yes: boolean }) {
  const { t } = useTranslation('help')
  return (
    <>
      {yes ? (
        <IconCheck size="1.125rem" aria-hidden />
      ) : (
        <Text component="span" c="dimmed">
          <IconMinus size="1.125rem" aria-hidden />
        </Text>
      )}
      <VisuallyHidden>{t(yes ? 'matrix.yes' : 'matrix.no')}</VisuallyHidden>
    </>
  )
}

function Holders() {
  const { t } = useTranslation('common')
  return (
    <Paper hiddenFrom="sm" p="md">
      <Stack gap="sm">
        {permissionNames.map((permission) => (
          <div key={permission}>
            <Text>{permissions[permission].name[currentLanguage()]}</Text>
            <Text size="sm" c="dimmed">
              {formatList(roles.filter((role) => may(role, permission)).map((role) => t(`roles.${role}`)))}
            </Text>
          </div>
        ))}
      </Stack>
    </Paper>
  )
}
