import { Button } from '@mantine/core'
import { IconDownload } from '@tabler/icons-react'
import { useMutation } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { apiUrl } from '../../data/api.ts'
import { downloadFile } from '../../data/download-file.ts'
import { useAccount } from '../../session/account-context.ts'
import { useProblemToast } from '../../ui/toasts.ts'
import { type ActivityFilters, toActivityQuery } from './activity-filters.ts'

/** Downloads everything that the filters match as a CSV file in the page's language. */
export function DownloadActivityCsv({ filters }: { filters: ActivityFilters }) {
  const { t } = useTranslation('activity')
  const { id: account } = useAccount()
  const fetched = useMutation({
    mutationFn: () =>
      downloadFile(
        apiUrl('/accounts/:account/activity.csv', { account }, toActivityQuery(filters)),
        t('csvName'),
      ),
    onError: useProblemToast(),
  })
  return (
    <Button
      variant="default"
      leftSection={<IconDownload size="1.125rem" aria-hidden />}
      loading={fetched.isPending}
      onClick={() => fetched.mutate()}
    >
      {t('csv')}
    </Button>
  )
}
