import { Button, Group, Text } from '@mantine/core'
import { notifications } from '@mantine/notifications'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { call } from '../api.ts'
import { useAccount } from '../shell/account.ts'
import { tell, useTellProblem } from '../shell/told.ts'
import type { Product } from './products.ts'

/** Archiving needs no question before it, because the notification after it can undo it. */
export function useArchive({ id: product, title }: Product) {
  const { t } = useTranslation('inventory')
  const { id: account } = useAccount()
  const queries = useQueryClient()
  const onError = useTellProblem()
  const params = { account, product }
  const refresh = () => queries.invalidateQueries({ queryKey: [account, 'products'] })
  const restore = useMutation({
    mutationFn: () => call('POST /accounts/:account/products/:product/restore', { params }),
    onSuccess: () => {
      tell(t('restored', { title }))
      return refresh()
    },
    onError,
  })
  const archive = useMutation({
    mutationFn: () => call('POST /accounts/:account/products/:product/archive', { params }),
    onSuccess: () => {
      const id = notifications.show({
        title: t('archived', { title }),
        message: <Undo act={() => restore.mutate()} done={() => notifications.hide(id)} />,
        autoClose: 12_000,
      })
      return refresh()
    },
    onError,
  })
  return { archive, restore }
}

function Undo({ act, done }: { act: () => void; done: () => void }) {
  const { t } = useTranslation(['inventory', 'shell'])
  return (
    <Group justify="space-between" gap="xs">
      <Text size="sm" flex="1 1 var(--stagedoor-column)">
        {t('archivedText')}
      </Text>
      <Button
        size="compact-sm"
        variant="default"
        onClick={() => {
          act()
          done()
        }}
      >
        {t('shell:form.undo')}
      </Button>
    </Group>
  )
}
