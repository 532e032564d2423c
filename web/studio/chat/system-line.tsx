import { Text } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import classes from '../broadcast/studio.module.css'
import type { StudioChatLine } from '../broadcast/studio-queries.ts'

/** The codes of team notices. */
const codes = ['access_ended', 'lost', 'emergency'] as const

export function SystemLine({ line: { text, name } }: { line: StudioChatLine }) {
  const { t } = useTranslation('moderation')
  const code = codes.find((known) => known === text)
  return (
    <Text size="sm" c="dimmed" fs="italic" className={classes.line}>
      {code ? t(`team.${code}`, { name }) : text}
    </Text>
  )
}
