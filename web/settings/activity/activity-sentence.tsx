import { Text } from '@mantine/core'
import { Trans, useTranslation } from 'react-i18next'
import { activitySentence } from '../../../locales/activity-sentence.ts'
import { formatDate } from '../../i18n/formats.ts'
import { currentLanguage } from '../../i18n/i18n.ts'
import type { ActivityEntry } from './activity-queries.ts'

/** An entry of the activity as a sentence in the page's language. */
export function ActivitySentence({ entry }: { entry: ActivityEntry }) {
  const { t, i18n } = useTranslation('activity')
  const { key, values } = activitySentence(
    (text) => i18n.t(text as never),
    currentLanguage(),
    formatDate,
    entry,
  )
  return (
    <Text size="sm" className="stagedoor-breaks">
      <Trans t={t} i18nKey={key as 'acts.other'} values={values} components={{ b: <b /> }} />
    </Text>
  )
}
