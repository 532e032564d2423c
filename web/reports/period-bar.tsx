import { Group, Select } from '@mantine/core'
import { getRouteApi } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { DayInputs } from './day-inputs.tsx'
import { daysOf, isOther, type Period, type Preset, presets, readPeriod } from './period.ts'

const route = getRouteApi('/dashboard/$account/reports/')

/** The period, which is kept in the address. */
export function PeriodBar({ period }: { period: Period }) {
  const { t } = useTranslation('reports')
  const navigate = route.useNavigate()
  const set = (search: Record<string, unknown>) => navigate({ search: readPeriod(search), replace: true })
  return (
    <Group role="search" aria-label={t('period.label')} gap="sm" align="flex-end">
      <Select
        w="var(--stagedoor-column)"
        label={t('period.label')}
        data={[...presets, 'other' as const].map((value) => ({ value, label: t(`period.${value}`) }))}
        value={isOther(period) ? 'other' : (period.period ?? 'month')}
        onChange={(value) => set(value === 'other' ? daysOf(period) : { period: value as Preset })}
      />
      {isOther(period) && <DayInputs days={period} set={(days) => set({ ...daysOf(period), ...days })} />}
    </Group>
  )
}
