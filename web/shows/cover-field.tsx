import { Alert, Button, FileButton, Group, Input, Progress, Stack, Text } from '@mantine/core'
import { IconPhotoPlus } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import { maxFileBytes, photoTypes } from '../../src/platform/vocabulary.ts'
import { FileDrop } from '../ui/file-drop.tsx'
import { useProblemText } from '../ui/problem-alert.tsx'
import { showErrorToast } from '../ui/toasts.ts'
import { ShowCover } from './show-cover.tsx'

type Given = {
  /** The image that is shown: the present cover or the chosen one. */
  src: string | null
  /** The part that has been sent, from 0 to 1. */
  share?: number | undefined
  problem?: Error | null
  choose: (file: File) => void
  remove: () => void
}

/** The field for a show’s cover, which can be chosen or dropped, replaced and removed. */
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
          <ShowCover cover={{ url: src, thumb: src }} size="url" alt={t('form.coverOf')} eager />
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
    <FileDrop
      accept={photoTypes}
      maxSize={maxFileBytes}
      multiple={false}
      icon={IconPhotoPlus}
      text={t('form.coverDrop')}
      chooseText={t('form.coverChoose')}
      take={take}
      refuse={(isTooLarge) =>
        showErrorToast(t(isTooLarge ? 'inventory:photos.tooLarge' : 'inventory:photos.notOne'))
      }
    />
  )
}

/** Files that the server would refuse are reported at once. */
function useCheck(choose: (file: File) => void) {
  const { t } = useTranslation('inventory')
  return ([file]: File[]) => {
    if (!file) return
    if (!photoTypes.includes(file.type)) showErrorToast(t('photos.notOne'))
    else if (file.size > maxFileBytes) showErrorToast(t('photos.tooLarge'))
    else choose(file)
  }
}
