import { Button, Group, Text } from '@mantine/core'
import { notifications } from '@mantine/notifications'
import { useTranslation } from 'react-i18next'

/** Says what was done, and offers to undo it for some seconds, so that no confirmation is needed before. */
export function showUndoToast(title: string, undo: () => void, text = '') {
  const id = notifications.show({
    title,
    message: <Undo text={text} undo={undo} done={() => notifications.hide(id)} />,
    autoClose: 12_000,
  })
}

function Undo({ text, undo, done }: { text: string; undo: () => void; done: () => void }) {
  const { t } = useTranslation('layout')
  return (
    <Group justify="space-between" gap="xs">
      <Text size="sm" flex="1 1 var(--stagedoor-column)">
        {text}
      </Text>
      <Button
        size="compact-sm"
        variant="default"
        onClick={() => {
          undo()
          done()
        }}
      >
        {t('form.undo')}
      </Button>
    </Group>
  )
}
