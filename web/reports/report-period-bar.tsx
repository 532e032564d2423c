import { Group, Select } from '@mantine/core'
import { getRouteApi } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { DayRangeInputs } from './day-range-inputs.tsx'
import {
  isCustomPeriod,
  type PeriodPreset,
  periodDays,
  periodPresets,
  type ReportPeriod,
  readReportPeriod,
} from './report-period.ts'

const route = getRouteApi('/dashboard/$account/reports/')

/** The choice of the period, which is kept in the address. */
export function ReportPeriodBar({ period }: { period: ReportPeriod }) {
  const { t } = useTranslation('reports')
  const navigate = route.useNavigate()
  const set = (search: Record<string, unknown>) =>
    navigate({ search: readReportPeriod(search), replace: true })
  return (
    <Group role="search" aria-label={t('period.label')} gap="sm" align="flex-end">
      <Select
        w="var(--stagedoor-column)"
        label={t('period.label')}
        data={[...periodPresets, 'other' as const].map((value) => ({ value, label: t(`period.${value}`) }))}
        value={isCustomPeriod(period) ? 'other' : (period.period ?? 'month')}
        onChange={(value) => set(value === 'other' ? periodDays(period) : { period: value as PeriodPreset })}
      />
      {isCustomPeriod(period) && (
        <DayRangeInputs days={period} set={(days) => set({ ...periodDays(period), ...days })} />
      )}
    </Group>
  )
}
