import { DatePickerInput } from '@mantine/dates'
import { useTranslation } from 'react-i18next'

type Days = { from?: string; to?: string }
type Given = { days: Days; set: (changed: { from?: string | null; to?: string | null }) => unknown }

/** Two fields for the first and the last day. Each can be empty. */
export function DayRangeInputs({ days: { from, to }, set }: Given) {
  const { t } = useTranslation(['reports', 'layout'])
  const common = {
    clearable: true,
    clearButtonProps: { 'aria-label': t('layout:form.clearDay') },
    valueFormat: 'D MMM YYYY',
    placeholder: t('period.anyDay'),
    w: 'var(--stagedoor-choice)',
  }
  return (
    <>
      <DatePickerInput
        {...common}
        label={t('period.from')}
        value={from ?? null}
        {...(to && { maxDate: to })}
        onChange={(from) => set({ from })}
      />
      <DatePickerInput
        {...common}
        label={t('period.to')}
        value={to ?? null}
        {...(from && { minDate: from })}
        onChange={(to) => set({ to })}
      />
    </>
  )
}
