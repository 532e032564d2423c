import { Button, CopyButton } from '@mantine/core'
import { IconCheck, IconCopy } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'

export function CopyTextButton({ value }: { value: string }) {
  const { t } = useTranslation('layout')
  return (
    <CopyButton value={value}>
      {({ copied, copy }) => (
        <Button
          variant="default"
          leftSection={copied ? <IconCheck size="1rem" aria-hidden /> : <IconCopy size="1rem" aria-hidden />}
          onClick={copy}
        >
          {t(copied ? 'form.copied' : 'form.copy')}
        </Button>
      )}
    </CopyButton>
  )
}
