import { DatePickerInput } from '@mantine/dates'
import { IconCalendar } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import { earliestLastDay } from './last-day.ts'

type Given = {
  label: string
  description?: string
  value: string | null
  onChange: (day: string | null) => void
  error?: string
}

/** The last day of a member's access: today at the earliest, or none. */
export function LastDayInput({ label, description, value, onChange, error }: Given) {
  const { t } = useTranslation(['team', 'layout'])
  return (
    <DatePickerInput
      clearable
      clearButtonProps={{ 'aria-label': t('layout:form.clearDay') }}
      label={label}
      {...(description && { description })}
      {...(error && { error })}
      placeholder={t('ends.never')}
      value={value}
      onChange={onChange}
      minDate={earliestLastDay()}
      valueFormat="D MMMM YYYY"
      leftSection={<IconCalendar size="1rem" aria-hidden />}
      popoverProps={{ withinPortal: true }}
    />
  )
}
