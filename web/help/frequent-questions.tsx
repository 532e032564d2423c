import { Stack, Text, Title } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { ReadingWidth } from './reading-width.tsx'

const questions = [
  'change',
  'remove',
  'admin',
  'owner',
  'keeps',
  'links',
  'address',
  'share',
  'several',
] as const

/**
 * Frequent questions. All are open, so that the browser's search finds them; each has an anchor (#question-owner).
 */
export function FrequentQuestions() {
  const { t } = useTranslation('help')
  return (
    <ReadingWidth>
      <Stack gap="lg">
        {questions.map((one) => (
          <div key={one}>
            <Title order={3} size="md" id={`question-${one}`}>
              {t(`questions.${one}.q`)}
            </Title>
            <Text>{t(`questions.${one}.a`)}</Text>
          </div>
        ))}
      </Stack>
    </ReadingWidth>
  )
}
