import '@mantine/dropzone/styles.css'
import { Alert, Button, FileButton, Group, Input, Progress, Stack, Text } from '@mantine/core'
import { Dropzone } from '@mantine/dropzone'
import { IconPhotoPlus } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import { largestPhoto, photoTypes } from '../inventory/photos.ts'
import { useProblemText } from '../shell/problem-alert.tsx'
import { tellRefusal } from '../shell/told.ts'
import { Cover } from './cover.tsx'

type Given = {
  /** What is shown: the one there is, or the one that was chosen. */
  src: string | null
  /** How much of it has been sent. */
  share?: number | undefined
  problem?: Error | null
  choose: (file: File) => void
  remove: () => void
}

/** A show’s cover: chosen or dropped, replaced, removed. */
export function CoverField({ src, share, problem, choose, remove }: Given) {
  const { t } = useTranslation('shows')
  const words = useProblemText()
  const take = useCheck(choose)
  const isComing = share !== undefined
  return (
    <Stack gap="sm">
      <div>
        <Input.Label component="div">{t('form.cover')}</Input.Label>
        <Text size="xs" c="dimmed">
          {t('form.coverHint')}
        </Text>
      </div>
      {src ? (
        <>
          <Cover cover={{ url: src, thumb: src }} size="url" alt={t('form.coverOf')} eager />
          {isComing ? (
            <Progress value={100 * share} aria-label={t('form.coverComing')} animated={share === 1} />
          ) : (
            <Group gap="xs">
              <FileButton accept={photoTypes.join(',')} onChange={(file) => file && take([file])}>
                {(props) => (
                  <Button variant="default" size="compact-sm" {...props}>
                    {t('form.coverReplace')}
                  </Button>
                )}
              </FileButton>
              <Button variant="default" size="compact-sm" onClick={remove}>
                {t('form.coverRemove')}
              </Button>
            </Group>
          )}
        </>
      ) : (
        <Drop take={take} />
      )}
      {problem && (
        <Alert role="alert" color="red">
          {words(problem)}
        </Alert>
      )}
    </Stack>
  )
}

function Drop({ take }: { take: (files: File[]) => void }) {
  const { t } = useTranslation(['shows', 'inventory'])
  return (
    // The button within is what the keyboard reaches: its click is the zone's.
    <Dropzone
      accept={photoTypes}
      multiple={false}
      activateOnKeyboard={false}
      onDrop={take}
      onReject={() => tellRefusal(t('inventory:photos.notOne'))}
      inputProps={{ 'aria-label': t('form.coverChoose'), tabIndex: -1 }}
    >
      <Group justify="center" gap="md">
        <IconPhotoPlus stroke={1.25} size="2rem" aria-hidden className="stagedoor-icon" />
        <Stack gap="xs" align="flex-start">
          <Text size="sm">{t('form.coverDrop')}</Text>
          <Button variant="default" size="compact-sm">
            {t('form.coverChoose')}
          </Button>
        </Stack>
      </Group>
    </Dropzone>
  )
}

/** What the server would refuse anyway is said at once. */
function useCheck(choose: (file: File) => void) {
  const { t } = useTranslation('inventory')
  return ([file]: File[]) => {
    if (!file) return
    if (!photoTypes.includes(file.type)) tellRefusal(t('photos.notOne'))
    else if (file.size > largestPhoto) tellRefusal(t('photos.tooLarge'))
    else choose(file)
  }
}
