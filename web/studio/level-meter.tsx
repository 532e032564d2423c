import { Progress } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import classes from './studio.module.css'
import { useLevel } from './use-level.ts'

/** Too quiet to be understood, and so loud that it is cut off. */
const [faint, loud] = [25, 92]

export function LevelMeter({ stream }: { stream: MediaStream | undefined }) {
  const { t } = useTranslation('studio')
  const level = useLevel(stream)
  const color = level > loud ? 'red' : level < faint ? 'gray' : 'green'
  return (
    <span className={classes.chip}>
      <Progress
        w="var(--stagedoor-affix)"
        value={level}
        color={color}
        aria-label={t('sound.level')}
        transitionDuration={0}
      />
      {level > loud && t('sound.loud')}
    </span>
  )
}
