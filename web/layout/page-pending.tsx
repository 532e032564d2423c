import { VisuallyHidden } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { RowsSkeleton } from '../ui/rows-skeleton.tsx'

/** Shown instead of a page whose data take longer than a moment. */
export const PagePending = () => <RowsSkeleton />

/** Shown instead of a frame: nothing to see, since the rows of a page would stand at the screen's edge and then jump. */
export function FramePending() {
  const { t } = useTranslation('layout')
  return <VisuallyHidden role="status">{t('form.loading')}</VisuallyHidden>
}
