import { Alert, Stack, Text } from '@mantine/core'
import { IconAlertTriangle, IconBuildingBank, IconClock } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import { formatDateTime } from '../i18n/formats.ts'
import { useAccount } from '../session/account-context.ts'
import { LinkButton } from '../ui/links.tsx'
import type { Purchase } from './purchase-queries.ts'

/** A payment that is not complete: what it waits for or why it failed, and what to do. */
export function PaymentNote({ purchase }: { purchase: Purchase }) {
  const { t } = useTranslation('spending')
  if (purchase.failure) return <Failed purchase={purchase} />
  if (purchase.confirm) return <ToConfirm purchase={purchase} until={purchase.confirm.until} />
  if (purchase.status !== 'pending') return null
  return (
    <Alert color="gray" icon={<IconClock aria-hidden />} title={t('pending.title')}>
      {t('pending.text')}
    </Alert>
  )
}

function Failed({ purchase }: { purchase: Purchase }) {
  const { t } = useTranslation('spending')
  const { id } = useAccount()
  const reason = t(`declines.${purchase.failure ?? 'card_declined'}`)
  return (
    <Alert color="red" icon={<IconAlertTriangle aria-hidden />} title={t('failed.title', { reason })}>
      <Stack gap="sm" align="flex-start">
        <Text size="sm">{t('failed.text')}</Text>
        <LinkButton
          to="/dashboard/$account/spending/checkout"
          params={{ account: id }}
          search={{ again: purchase.id }}
          size="compact-sm"
          variant="default"
        >
          {t('failed.again')}
        </LinkButton>
      </Stack>
    </Alert>
  )
}

function ToConfirm({ purchase, until }: { purchase: Purchase; until: string }) {
  const { t } = useTranslation('spending')
  const { id } = useAccount()
  return (
    <Alert color="amber" icon={<IconBuildingBank aria-hidden />} title={t('pending.confirmTitle')}>
      <Stack gap="sm" align="flex-start">
        <Text size="sm">{t('pending.confirmText', { time: formatDateTime(until) })}</Text>
        <LinkButton
          to="/dashboard/$account/spending/purchases/$purchase/confirm"
          params={{ account: id, purchase: purchase.id }}
          size="compact-sm"
        >
          {t('pending.confirm')}
        </LinkButton>
      </Stack>
    </Alert>
  )
}
