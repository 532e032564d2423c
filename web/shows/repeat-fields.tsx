import { Select, SimpleGrid, TextInput } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { repeatCount, repeatOptions, type ShowFormState, type ShowFormValues } from './show-form-values.ts'
import { fromLocalTime, lastRepeat } from './time-zones.ts'
import { formatInZone } from './zoned-time.ts'

/** How often the show is repeated, and how many shows there are in all, with the date of the last one. */
export function RepeatFields({ form }: { form: ShowFormState }) {
  const { t } = useTranslation('shows')
  const { repeat } = form.values
  const last = useLast(form.values)
  return (
    <SimpleGrid cols={{ base: 1, xs: 2 }}>
      <Select
        label={t('form.repeat')}
        data={repeatOptions.map((value) => ({ value, label: t(`form.every.${value}`) }))}
        {...form.getInputProps('repeat')}
      />
      {repeat !== 'never' && (
        <TextInput
          label={t('form.times')}
          required
          inputMode="numeric"
          {...(last && { description: t('form.timesHint', { time: last }) })}
          {...form.getInputProps('times')}
        />
      )}
    </SimpleGrid>
  )
}

function useLast({ repeat, startsAt, zone, times }: ShowFormValues): string | undefined {
  const count = repeatCount({ repeat, times })
  if (repeat === 'never' || !count || !fromLocalTime(startsAt, zone)) return undefined
  const last = fromLocalTime(lastRepeat(startsAt, repeat, count), zone)
  return last && formatInZone(last.at, zone)
}
