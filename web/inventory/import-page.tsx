import { Stack } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { PageHeader } from '../layout/page-header.tsx'
import { BackToInventory } from './back-to-inventory.tsx'
import { ImportFile } from './import-file.tsx'
import { ImportGuide } from './import-guide.tsx'
import { ImportPreview } from './import-preview.tsx'
import { ProductTaskCard } from './product-task-card.tsx'
import { isTaskRunning, useProductTask, useShowProductTask } from './product-task-queries.ts'
import { useProductImport } from './use-product-import.ts'

/** Imports products from a file. The preview shows what the import would do, and why a row cannot be used. */
export function ImportPage() {
  const { t } = useTranslation('inventory')
  const [file, setFile] = useState<File>()
  const show = useShowProductTask('imports')
  const task = useProductTask('imports')
  const { seen, begin } = useProductImport(file, async (begun) => {
    await show(begun)
    setFile(undefined)
  })
  return (
    <Stack gap="lg">
      <BackToInventory />
      <PageHeader title={t('import.title')} lead={t('import.lead')} />
      <ProductTaskCard work="imports" />
      {!isTaskRunning(task) && !seen.data && (
        <ImportFile choose={setFile} busy={seen.isFetching} problem={seen.error} />
      )}
      {file && seen.data && (
        <ImportPreview
          file={file}
          preview={seen.data}
          problem={begin.error}
          busy={begin.isPending}
          begin={() => begin.mutate(file)}
          back={() => setFile(undefined)}
        />
      )}
      {!file && !isTaskRunning(task) && <ImportGuide />}
    </Stack>
  )
}
