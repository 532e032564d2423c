import { Button, CopyButton } from '@mantine/core'
import { IconCheck, IconCopy } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'

/** A message to send to the inviter, since only they can help here, and the page does not reveal their address. */
export function CopyMessage({ message }: { message: string }) {
  const { t } = useTranslation('invite')
  return (
    <CopyButton value={message}>
      {({ copied, copy }) => (
        <Button
          variant="default"
          onClick={copy}
          leftSection={copied ? <IconCheck size="1rem" aria-hidden /> : <IconCopy size="1rem" aria-hidden />}
        >
          <span aria-live="polite">{t(copied ? 'next.copied' : 'next.copy')}</span>
        </Button>
      )}
    </CopyButton>
  )
}
