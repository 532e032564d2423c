import '@mantine/dropzone/styles.css'
import { Button, Group, Stack, Text } from '@mantine/core'
import { Dropzone, type DropzoneProps, type FileRejection } from '@mantine/dropzone'
import type { Icon } from '@tabler/icons-react'

type Given = Partial<Pick<DropzoneProps, 'accept' | 'loading' | 'multiple'>> & {
  /** Bytes of a file, at most. */
  maxSize: number
  icon: Icon
  /** What may be dropped here. */
  text: string
  /** The button, and the name of the file field. */
  chooseText: string
  py?: string
  take: (files: File[]) => void
  /** Says why a file is refused: it is too large, or none of those that are accepted. */
  refuse: (isTooLarge: boolean) => void
}

/** Takes files that are dropped or chosen. */
export function FileDrop({ icon: Icon, text, chooseText, py, take, refuse, ...zone }: Given) {
  const reject = (refused: FileRejection[]) =>
    refuse(refused.some(({ errors }) => errors.some(({ code }) => code === 'file-too-large')))
  return (
    // The keyboard reaches the button inside, whose click opens the same file dialog.
    <Dropzone
      {...zone}
      activateOnKeyboard={false}
      onDrop={take}
      onReject={reject}
      inputProps={{ 'aria-label': chooseText, tabIndex: -1 }}
    >
      <Group justify="center" gap="md" {...(py && { py })}>
        <Icon stroke={1.25} size="2rem" aria-hidden className="stagedoor-icon" />
        <Stack gap="xs" align="flex-start">
          <Text size="sm">{text}</Text>
          <Button variant="default" size="compact-sm">
            {chooseText}
          </Button>
        </Stack>
      </Group>
    </Dropzone>
  )
}
