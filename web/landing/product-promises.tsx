import { Group, Stack, Text, ThemeIcon } from '@mantine/core'
import { IconDoorExit, IconKey, IconUsers } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'

const points = [
  ['own', IconKey],
  ['role', IconUsers],
  ['out', IconDoorExit],
] as const

/** What the product offers, in three sentences. */
export function ProductPromises() {
  const { t } = useTranslation('landing')
  return (
    <Stack gap="md">
      {points.map(([point, Icon]) => (
        <Group key={point} wrap="nowrap" align="flex-start">
          <ThemeIcon variant="light" size="lg" aria-hidden>
            <Icon size="1.25rem" />
          </ThemeIcon>
          <div>
            <Text fw="bold">{t(`points.${point}.title`)}</Text>
            <Text c="dimmed">{t(`points.${point}.body`)}</Text>
          </div>
        </Group>
      ))}
    </Stack>
  )
}
