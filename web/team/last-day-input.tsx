import { DatePickerInput } from '@mantine/dates'
import { IconCalendar } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import { today } from './last-day.ts'

type Given = {
  label: string
  description?: string
  value: string | null
  onChange: (day: string | null) => void
  error?: string
}

/** The last day of somebody's access: today at the earliest, or none. */
export function LastDayInput({ label, description, value, onChange, error }: Given) {
  const { t } = useTranslation(['team', 'shell'])
  return (
    <DatePickerInput
      clearable
      clearButtonProps={{ 'aria-label': t('shell:form.clearDay') }}
      label={label}
      {...(description && { description })}
      {...(error && { error })}
      placeholder={t('ends.never')}
      value={value}
      onChange={onChange}
      minDate={today()}
      valueFormat="D MMMM YYYY"
      leftSection={<IconCalendar size="1rem" aria-hidden />}
      popoverProps={{ withinPortal: true }}
    />
  )
}
