import { Stack } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { PageHead } from '../shell/page-head.tsx'
import { BackToInventory } from './back.tsx'
import { ImportFile } from './import-file.tsx'
import { ImportGuide } from './import-guide.tsx'
import { ImportPreview } from './import-preview.tsx'
import { TaskCard } from './task-card.tsx'
import { isRunning, useShow, useTask } from './tasks.ts'
import { useImport } from './use-import.ts'

/** From a file to the inventory: what it would do is seen before, and each row that cannot be used says why. */
export function ImportPage() {
  const { t } = useTranslation('inventory')
  const [file, setFile] = useState<File>()
  const show = useShow('imports')
  const task = useTask('imports')
  const { seen, begin } = useImport(file, async (begun) => {
    await show(begun)
    setFile(undefined)
  })
  return (
    <Stack gap="lg">
      <BackToInventory />
      <PageHead title={t('import.title')} lead={t('import.lead')} />
      <TaskCard work="imports" />
      {!isRunning(task) && !seen.data && (
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
      {!file && !isRunning(task) && <ImportGuide />}
    </Stack>
  )
}
