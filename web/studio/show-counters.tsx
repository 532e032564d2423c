import { Text, type TextProps } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { showCountersQuery } from './broadcast/studio-queries.ts'
import type { StudioState } from './broadcast/use-studio.ts'

/** The largest number of viewers, and the number of sales. Amounts are only in the reports. */
export function ShowCounters({ studio: { of, show }, ...props }: { studio: StudioState } & TextProps) {
  const { t } = useTranslation('studio')
  const { data } = useQuery(showCountersQuery(of, show.onAir !== null))
  if (!data) return null
  return (
    <Text size="sm" c="dimmed" {...props}>
      {[t('counters.peak', { count: data.peak }), t('counters.sold', { count: data.sold })].join(' · ')}
    </Text>
  )
}
