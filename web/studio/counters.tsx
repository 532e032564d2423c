import { Text, type TextProps } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { countersOf } from './queries.ts'
import type { StudioState } from './use-studio.ts'

/** How many watched at most, and how many things were sold. Sums of money are for those who see reports. */
export function Counters({ studio: { of, show }, ...props }: { studio: StudioState } & TextProps) {
  const { t } = useTranslation('studio')
  const { data } = useQuery(countersOf(of, show.onAir !== null))
  if (!data) return null
  return (
    <Text size="sm" c="dimmed" {...props}>
      {[t('counters.peak', { count: data.peak }), t('counters.sold', { count: data.sold })].join(' · ')}
    </Text>
  )
}
