import { Button } from '@mantine/core'
import { IconDownload } from '@tabler/icons-react'
import { useMutation } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { apiUrl } from '../data/api.ts'
import { downloadFile } from '../data/download-file.ts'
import { useAccount } from '../session/account-context.ts'
import { useProblemToast } from '../ui/toasts.ts'

const paths = {
  sales: '/accounts/:account/reports/sales.csv',
  products: '/accounts/:account/reports/products.csv',
  shows: '/accounts/:account/reports/shows.csv',
  buyers: '/accounts/:account/reports/buyers.csv',
  ledger: '/accounts/:account/ledger.csv',
} as const

/** Downloads the whole report as a CSV file in the page's language. */
export function DownloadReportCsv({ what, query }: { what: keyof typeof paths; query: object }) {
  const { t } = useTranslation('reports')
  const { id: account } = useAccount()
  const fetched = useMutation({
    mutationFn: () => downloadFile(apiUrl(paths[what], { account }, query), `${what}.csv`),
    onError: useProblemToast(),
  })
  return (
    <Button
      variant="default"
      size="compact-sm"
      leftSection={<IconDownload size="1rem" aria-hidden />}
      aria-label={t(`download.${what}`)}
      loading={fetched.isPending}
      onClick={() => fetched.mutate()}
    >
      {t('download.label')}
    </Button>
  )
}
