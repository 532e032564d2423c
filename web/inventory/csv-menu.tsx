import { Button, Menu } from '@mantine/core'
import { IconChevronDown, IconDownload, IconTableImport } from '@tabler/icons-react'
import { useMutation } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { address } from '../api.ts'
import { useAccount } from '../shell/account.ts'
import { download } from '../shell/download.ts'
import { LinkItem } from '../shell/links.tsx'
import { useTellProblem } from '../shell/told.ts'
import type { Filters } from './filters.ts'

/** Out to a spreadsheet, and back in. */
export function CsvMenu({ filters }: { filters: Filters }) {
  const { t } = useTranslation('inventory')
  const { id } = useAccount()
  const exported = useExport(filters)
  return (
    <Menu position="bottom-end">
      <Menu.Target>
        <Button
          variant="default"
          loading={exported.isPending}
          rightSection={<IconChevronDown size="1rem" aria-hidden />}
        >
          {t('csv.label')}
        </Button>
      </Menu.Target>
      <Menu.Dropdown>
        <LinkItem
          to="/dashboard/$account/inventory/import"
          params={{ account: id }}
          leftSection={<IconTableImport size="1rem" aria-hidden />}
        >
          {t('csv.import')}
        </LinkItem>
        <Menu.Item leftSection={<IconDownload size="1rem" aria-hidden />} onClick={() => exported.mutate()}>
          {t(Object.keys(filters).length > 0 ? 'csv.exportFiltered' : 'csv.export')}
        </Menu.Item>
      </Menu.Dropdown>
    </Menu>
  )
}

/** All that the filters leave, as a file. */
export function useExport(filters: Filters) {
  const { t } = useTranslation('inventory')
  const { id: account } = useAccount()
  return useMutation({
    mutationFn: () =>
      download(address('/accounts/:account/products.csv', { account }, filters), t('csv.name')),
    onError: useTellProblem(),
  })
}
