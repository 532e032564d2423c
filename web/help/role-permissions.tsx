import { List, SimpleGrid, Stack, Text } from '@mantine/core'
import { IconCheck, IconX } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import { may, type Permission, permissionNames, type Role } from '../../src/permissions.ts'
import { permissionSentence } from './permission-sentence.ts'

type Given = {
  role: Role
  can: string
  cannot: string
  /** Shows both lists side by side on wide screens. */
  isWide?: boolean
}

/** What a role can and cannot do, from the matrix. */
export function RolePermissions({ role, can, cannot, isWide = false }: Given) {
  const has = permissionNames.filter((permission) => may(role, permission))
  const lacks = permissionNames.filter((permission) => !may(role, permission))
  return (
    <SimpleGrid cols={{ base: 1, sm: isWide ? 2 : 1 }} spacing="lg">
      <Acts title={can} acts={has} icon={<IconCheck size="1.125rem" aria-hidden />} color="bright" />
      {lacks.length > 0 && (
        <Acts title={cannot} acts={lacks} icon={<IconX size="1.125rem" aria-hidden />} color="dimmed" />
      )}
    </SimpleGrid>
  )
}

type Shown = { title: string; acts: Permission[]; icon: React.ReactNode; color: string }

function Acts({ title, acts, icon, color }: Shown) {
  useTranslation('help')
  return (
    <Stack gap="xs">
      <Text fw="bold">{title}</Text>
      <List
        size="sm"
        spacing="xs"
        icon={icon}
        c={color}
        styles={{ itemWrapper: { alignItems: 'flex-start' } }}
      >
        {acts.map((one) => (
          <List.Item key={one}>{permissionSentence(one)}</List.Item>
        ))}
      </List>
    </Stack>
  )
}
