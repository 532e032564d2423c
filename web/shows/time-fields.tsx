import { Fieldset, Select, SimpleGrid, Stack, Text } from '@mantine/core'
import { DatePickerInput, TimeInput } from '@mantine/dates'
import { IconCalendar } from '@tabler/icons-react'
import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import { today } from '../reports/days.ts'
import { isSameClock, momentOf } from './clock.ts'
import { type Form, partsOf, type Values } from './show-values.ts'
import { inZone, ownTime, ownZone, zoneName, zonesWith } from './times.ts'

type Given = { form: Form; isFixed: boolean }

/** When it begins, by the clock of a zone. Of a show that has begun, that stays as it is. */
export function TimeFields({ form, isFixed }: Given) {
  const { t } = useTranslation('shows')
  const { startsAt, zone } = form.values
  const [day, time] = partsOf(startsAt)
  const set = (day: string, time: string) => form.setFieldValue('startsAt', `${day}T${time}`)
  const { error } = form.getInputProps('startsAt')
  const zones = useMemo(
    () => zonesWith(zone, ownZone()).map((value) => ({ value, label: zoneName(value) })),
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
            minDate={today()}
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

/** What the reader’s own clock shows then, and whether clocks change just there. */
function Said({ startsAt, zone }: Pick<Values, 'startsAt' | 'zone'>) {
  const { t } = useTranslation('shows')
  const moment = momentOf(startsAt, zone)
  if (!moment) return null
  const time = inZone(moment.at, zone)
  return (
    <div role="status">
      {moment.clocks && <Text size="sm">{t(`form.${moment.clocks}`, { time })}</Text>}
      {!isSameClock(moment.at, zone, ownZone()) && (
        <Text size="sm" c="dimmed">
          {t('form.yours', { time: ownTime(moment.at, zone) })}
        </Text>
      )}
    </div>
  )
}
