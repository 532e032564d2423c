import { Text } from '@mantine/core'
import { Trans, useTranslation } from 'react-i18next'
import { sentenceOf } from '../../locales/acts.ts'
import { day } from '../formats.ts'
import { language } from '../i18n.ts'
import type { Entry } from './activity.ts'

/** An entry as a sentence of the page's language. */
export function Sentence({ entry }: { entry: Entry }) {
  const { t, i18n } = useTranslation('activity')
  const { key, values } = sentenceOf((text) => i18n.t(text as never), language(), day, entry)
  return (
    <Text size="sm" className="stagedoor-breaks">
      <Trans t={t} i18nKey={key as 'acts.other'} values={values} components={{ b: <b /> }} />
    </Text>
  )
}
