import { Button } from '@mantine/core'
import { IconDownload } from '@tabler/icons-react'
import { useMutation } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { address } from '../api.ts'
import { useAccount } from '../shell/account.ts'
import { download } from '../shell/download.ts'
import { useTellProblem } from '../shell/told.ts'

const paths = {
  sales: '/accounts/:account/reports/sales.csv',
  products: '/accounts/:account/reports/products.csv',
  shows: '/accounts/:account/reports/shows.csv',
  buyers: '/accounts/:account/reports/buyers.csv',
  ledger: '/accounts/:account/ledger.csv',
} as const

/** What stands there, all of it, as a file in the page's language. */
export function DownloadCsv({ what, query }: { what: keyof typeof paths; query: object }) {
  const { t } = useTranslation('reports')
  const { id: account } = useAccount()
  const fetched = useMutation({
    mutationFn: () => download(address(paths[what], { account }, query), `${what}.csv`),
    onError: useTellProblem(),
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
