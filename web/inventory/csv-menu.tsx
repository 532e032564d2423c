import { Button, Menu } from '@mantine/core'
import { IconChevronDown, IconDownload, IconTableImport } from '@tabler/icons-react'
import { useMutation } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { apiUrl } from '../data/api.ts'
import { downloadFile } from '../data/download-file.ts'
import { useAccount } from '../session/account-context.ts'
import { LinkMenuItem } from '../ui/links.tsx'
import { useProblemToast } from '../ui/toasts.ts'
import type { ProductFilters } from './product-filters.ts'

/** The menu for export and import as CSV. */
export function CsvMenu({ filters }: { filters: ProductFilters }) {
  const { t } = useTranslation('inventory')
  const { id } = useAccount()
  const exported = useExportProducts(filters)
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
        <LinkMenuItem
          to="/dashboard/$account/inventory/import"
          params={{ account: id }}
          leftSection={<IconTableImport size="1rem" aria-hidden />}
        >
          {t('csv.import')}
        </LinkMenuItem>
        <Menu.Item leftSection={<IconDownload size="1rem" aria-hidden />} onClick={() => exported.mutate()}>
          {t(Object.keys(filters).length > 0 ? 'csv.exportFiltered' : 'csv.export')}
        </Menu.Item>
      </Menu.Dropdown>
    </Menu>
  )
}

/** Exports all products that match the filters as a file. */
export function useExportProducts(filters: ProductFilters) {
  const { t } = useTranslation('inventory')
  const { id: account } = useAccount()
  return useMutation({
    mutationFn: () =>
      downloadFile(apiUrl('/accounts/:account/products.csv', { account }, filters), t('csv.name')),
    onError: useProblemToast(),
  })
}
