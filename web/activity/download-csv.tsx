import { Button } from '@mantine/core'
import { IconDownload } from '@tabler/icons-react'
import { useMutation } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { address } from '../api.ts'
import { useAccount } from '../shell/account.ts'
import { download } from '../shell/download.ts'
import { useTellProblem } from '../shell/told.ts'
import { asQuery, type Filters } from './filters.ts'

/** What the filters show, all of it, as a file in the page's language. */
export function DownloadCsv({ filters }: { filters: Filters }) {
  const { t } = useTranslation('activity')
  const { id: account } = useAccount()
  const fetched = useMutation({
    mutationFn: () =>
      download(address('/accounts/:account/activity.csv', { account }, asQuery(filters)), t('csvName')),
    onError: useTellProblem(),
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
