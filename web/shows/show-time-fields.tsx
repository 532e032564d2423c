import { Fieldset, Select, SimpleGrid, Stack, Text } from '@mantine/core'
import { DatePickerInput, TimeInput } from '@mantine/dates'
import { IconCalendar } from '@tabler/icons-react'
import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import { readerTimeZone, todayIso } from '../i18n/days.ts'
import { type ShowFormState, type ShowFormValues, splitDateTime } from './show-form-values.ts'
import { fromLocalTime, isSameLocalTime } from './time-zones.ts'
import { formatInOwnZone, formatInZone, timeZoneLabel, timeZonesWith } from './zoned-time.ts'

type Given = { form: ShowFormState; isFixed: boolean }

/** The start by the clock of a time zone. Once the show has begun, it cannot be changed. */
export function ShowTimeFields({ form, isFixed }: Given) {
  const { t } = useTranslation('shows')
  const { startsAt, zone } = form.values
  const [day, time] = splitDateTime(startsAt)
  const set = (day: string, time: string) => form.setFieldValue('startsAt', `${day}T${time}`)
  const { error } = form.getInputProps('startsAt')
  const zones = useMemo(
    () => timeZonesWith(zone, readerTimeZone()).map((value) => ({ value, label: timeZoneLabel(value) })),
    [zone],
  )
  return (
    <Fieldset variant="unstyled" mx={0} miw={0} disabled={isFixed}>
      <Stack gap="xs">
        <SimpleGrid cols={{ base: 1, xs: 2 }}>
          <DatePickerInput
            label={t('form.day')}
            required
            disabled={isFixed}
            value={day || null}
            onChange={(chosen) => set(chosen ?? '', time)}
            minDate={todayIso()}
            valueFormat="ddd D MMMM YYYY"
            leftSection={<IconCalendar size="1rem" aria-hidden />}
            previousLabel={t('form.previous')}
            nextLabel={t('form.next')}
            error={error}
          />
          <TimeInput
            label={t('form.time')}
            required
            value={time}
            onChange={({ currentTarget }) => set(day, currentTarget.value)}
            error={Boolean(error)}
          />
        </SimpleGrid>
        <Select
          label={t('form.zone')}
          description={t('form.zoneHint')}
          searchable
          disabled={isFixed}
          limit={100}
          nothingFoundMessage={t('form.zoneNone')}
          data={zones}
          {...form.getInputProps('zone')}
        />
        {isFixed && (
          <Text size="sm" c="dimmed">
            {t('form.begun')}
          </Text>
        )}
        <Said startsAt={startsAt} zone={zone} />
      </Stack>
    </Fieldset>
  )
}

/** The same time on the reader’s own clock, and a note if clocks change at that time. */
function Said({ startsAt, zone }: Pick<ShowFormValues, 'startsAt' | 'zone'>) {
  const { t } = useTranslation('shows')
  const moment = fromLocalTime(startsAt, zone)
  if (!moment) return null
  const time = formatInZone(moment.at, zone)
  return (
    <div role="status">
      {moment.clocks && <Text size="sm">{t(`form.${moment.clocks}`, { time })}</Text>}
      {!isSameLocalTime(moment.at, zone, readerTimeZone()) && (
        <Text size="sm" c="dimmed">
          {t('form.yours', { time: formatInOwnZone(moment.at, zone) })}
        </Text>
      )}
    </div>
  )
}
