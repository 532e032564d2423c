import { Progress } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import classes from '../broadcast/studio.module.css'
import { useMicrophoneLevel } from '../devices/use-microphone-level.ts'

/** Below the first level, speech is too quiet to be understood; above the second, it is distorted. */
const [faint, loud] = [25, 92]

export function LevelMeter({ stream }: { stream: MediaStream | undefined }) {
  const { t } = useTranslation('studio')
  const level = useMicrophoneLevel(stream)
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
