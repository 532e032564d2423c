import { SimpleGrid, Stack, Text } from '@mantine/core'

export type KeyFigure = { label: string; value: string; hint: string }
type Given = { label: string; figures: KeyFigure[]; cols: number | Record<string, number> }

/** The most important figures of a page, each with its name and an explanation. */
export function KeyFigures({ label, figures, cols }: Given) {
  return (
    <SimpleGrid component="dl" aria-label={label} m={0} cols={cols} spacing="lg" verticalSpacing="lg">
      {figures.map(({ label, value, hint }) => (
        <Stack key={label} gap={0}>
          <Text component="dt" size="sm" c="dimmed">
            {label}
          </Text>
          <Text component="dd" m={0} fz="h2" fw="var(--mantine-h2-font-weight)">
            {value}
          </Text>
          <Text component="dd" m={0} size="xs" c="dimmed">
            {hint}
          </Text>
        </Stack>
      ))}
    </SimpleGrid>
  )
}
