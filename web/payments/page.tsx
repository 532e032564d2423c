import { Button, EmptyState, Stack } from '@mantine/core'
import { IconCreditCard, IconPlus } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { permissions } from '../../src/permissions.ts'
import { language } from '../i18n.ts'
import { useAccount } from '../shell/account.ts'
import { PageHead } from '../shell/page-head.tsx'
import { ProblemAlert } from '../shell/problem-alert.tsx'
import { RowsSkeleton } from '../shell/rows-skeleton.tsx'
import { ConnectDialog } from './connect-dialog.tsx'
import { MethodItem } from './method-item.tsx'
import { methodsOf } from './methods.ts'

export function PaymentMethodsPage() {
  const { t } = useTranslation('payments')
  const { name } = useAccount()
  const [isConnecting, setConnecting] = useState(false)
  const connect = () => setConnecting(true)
  const permission = permissions['money.spend'].name[language()]
  return (
    <Stack gap="lg">
      <PageHead
        title={t('title')}
        lead={t('lead', { account: name, permission })}
        actions={<ConnectButton connect={connect} />}
      />
      <Methods connect={connect} />
      {isConnecting && <ConnectDialog close={() => setConnecting(false)} />}
    </Stack>
  )
}

function Methods({ connect }: { connect: () => void }) {
  const { t } = useTranslation('payments')
  const { id, name } = useAccount()
  const { data, error, refetch } = useQuery(methodsOf(id))
  if (!data) return error ? <ProblemAlert problem={error} retry={refetch} /> : <RowsSkeleton of={2} />
  if (data.items.length === 0) {
    return (
      <EmptyState
        py="xl"
        icon={<IconCreditCard aria-hidden />}
        title={t('empty.title')}
        description={t('empty.text', { account: name })}
      >
        <EmptyState.Actions>
          <ConnectButton connect={connect} />
        </EmptyState.Actions>
      </EmptyState>
    )
  }
  return (
    <Stack component="ul" gap={0} className="stagedoor-rows" aria-label={t('title')}>
      {data.items.map((method) => (
        <MethodItem key={method.id} method={method} />
      ))}
    </Stack>
  )
}

function ConnectButton({ connect }: { connect: () => void }) {
  const { t } = useTranslation('payments')
  return (
    <Button leftSection={<IconPlus size="1.125rem" aria-hidden />} onClick={connect}>
      {t('connect')}
    </Button>
  )
}
