import { Stack, Text, Title } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { Reading } from './reading.tsx'

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

/** What people ask, all open so that a search in the page finds it; each has an anchor (#question-owner). */
export function Questions() {
  const { t } = useTranslation('help')
  return (
    <Reading>
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
    </Reading>
  )
}
