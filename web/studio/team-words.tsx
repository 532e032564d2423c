import { Text } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import type { Line } from './queries.ts'
import classes from './studio.module.css'

/** What is told to the team alone comes as a code. */
const codes = ['access_ended', 'lost', 'emergency'] as const

export function TeamWords({ line: { text, name } }: { line: Line }) {
  const { t } = useTranslation('moderation')
  const code = codes.find((known) => known === text)
  return (
    <Text size="sm" c="dimmed" fs="italic" className={classes.line}>
      {code ? t(`team.${code}`, { name }) : text}
    </Text>
  )
}
