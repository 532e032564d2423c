import { Skeleton, Stack, VisuallyHidden } from '@mantine/core'
import { useTranslation } from 'react-i18next'

const rows = [1, 2, 3, 4, 5]

/** The placeholder for a list that is loading. */
export function RowsSkeleton({ of = rows.length }: { of?: number }) {
  const { t } = useTranslation('layout')
  return (
    <Stack gap="sm" aria-busy>
      <VisuallyHidden role="status">{t('form.loading')}</VisuallyHidden>
      {rows.slice(0, of).map((row) => (
        <Skeleton key={row} h="var(--stagedoor-row)" />
      ))}
    </Stack>
  )
}
