import { Select, SimpleGrid, TextInput } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { lastOf, momentOf } from './clock.ts'
import { type Form, repeats, timesOf, type Values } from './show-values.ts'
import { inZone } from './times.ts'

/** How often, and how many in all; with the day of the last one, so that nobody has to count. */
export function RepeatFields({ form }: { form: Form }) {
  const { t } = useTranslation('shows')
  const { repeat } = form.values
  const last = useLast(form.values)
  return (
    <SimpleGrid cols={{ base: 1, xs: 2 }}>
      <Select
        label={t('form.repeat')}
        data={repeats.map((value) => ({ value, label: t(`form.every.${value}`) }))}
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

function useLast({ repeat, startsAt, zone, times }: Values): string | undefined {
  const count = timesOf({ repeat, times })
  if (repeat === 'never' || !count || !momentOf(startsAt, zone)) return undefined
  const last = momentOf(lastOf(startsAt, repeat, count), zone)
  return last && inZone(last.at, zone)
}
