import { Stack } from '@mantine/core'
import { IconTableImport } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import { maxFileBytes } from '../../src/platform/vocabulary.ts'
import { FileDrop } from '../ui/file-drop.tsx'
import { ProblemAlert } from '../ui/problem-alert.tsx'
import { showErrorToast } from '../ui/toasts.ts'

/** Operating systems report different types for CSV files, and some report none. */
const accepted = {
  'text/csv': ['.csv'],
  'text/plain': ['.csv', '.txt'],
  'application/vnd.ms-excel': ['.csv'],
}

type Given = { choose: (file: File) => void; busy: boolean; problem: Error | null }

export function ImportFile({ choose, busy, problem }: Given) {
  const { t } = useTranslation('inventory')
  return (
    <Stack maw="var(--stagedoor-form)">
      <FileDrop
        accept={accepted}
        maxSize={maxFileBytes}
        multiple={false}
        loading={busy}
        icon={IconTableImport}
        text={t('import.drop')}
        chooseText={t('import.choose')}
        py="lg"
        take={([file]) => file && choose(file)}
        refuse={(isTooLarge) => showErrorToast(t(isTooLarge ? 'import.tooLarge' : 'import.notCsv'))}
      />
      <ProblemAlert problem={problem} />
    </Stack>
  )
}
