import '@mantine/dropzone/styles.css'
import { Button, Group, Stack, Text } from '@mantine/core'
import { Dropzone, type FileRejection, type FileWithPath } from '@mantine/dropzone'
import { IconTableImport } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import { ProblemAlert } from '../shell/problem-alert.tsx'
import { tellRefusal } from '../shell/told.ts'

/** Bytes of a file, at most. */
const largest = 20_000_000
/** Systems call CSV by many names, some by none. */
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
      <Dropzone
        accept={accepted}
        maxSize={largest}
        multiple={false}
        loading={busy}
        activateOnKeyboard={false}
        onDrop={([file]: FileWithPath[]) => file && choose(file)}
        onReject={([refused]: FileRejection[]) =>
          tellRefusal(
            t(
              refused?.errors.some(({ code }) => code === 'file-too-large')
                ? 'import.tooLarge'
                : 'import.notCsv',
            ),
          )
        }
        inputProps={{ 'aria-label': t('import.choose'), tabIndex: -1 }}
      >
        <Group justify="center" gap="md" py="lg">
          <IconTableImport stroke={1.25} size="2rem" aria-hidden className="stagedoor-icon" />
          <Stack gap="xs" align="flex-start">
            <Text size="sm">{t('import.drop')}</Text>
            <Button variant="default" size="compact-sm">
              {t('import.choose')}
            </Button>
          </Stack>
        </Group>
      </Dropzone>
      <ProblemAlert problem={problem} />
    </Stack>
  )
}
