import { ActionIcon, Badge, Group, Menu, Stack, Text } from '@mantine/core'
import { IconCreditCard, IconDots, IconStar, IconTrash } from '@tabler/icons-react'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { callApi } from '../../data/api.ts'
import { useAccount } from '../../session/account-context.ts'
import { ConfirmDestructiveDialog } from '../../ui/confirm-destructive-dialog.tsx'
import { showToast, useProblemToast } from '../../ui/toasts.ts'
import {
  isPaymentMethodExpired,
  type PaymentMethod,
  paymentMethodExpiry,
  paymentMethodName,
  paymentMethodsQuery,
} from './payment-method-queries.ts'

export function PaymentMethodItem({ method }: { method: PaymentMethod }) {
  const { t } = useTranslation('payments')
  const isOver = isPaymentMethodExpired(method)
  return (
    <Group component="li" justify="space-between" wrap="nowrap" align="flex-start">
      <Group gap="sm" wrap="nowrap" align="flex-start" miw={0}>
        <IconCreditCard aria-hidden className="stagedoor-icon" />
        <Stack gap={2} miw={0}>
          <Group gap="xs">
            <Text size="sm" fw={600}>
              {paymentMethodName(method)}
            </Text>
            {method.preferred && <Badge>{t('preferred')}</Badge>}
          </Group>
          <Text size="sm" c={isOver ? 'red' : 'dimmed'}>
            {t(isOver ? 'expired' : 'expires', paymentMethodExpiry(method))}
          </Text>
        </Stack>
      </Group>
      <Actions method={method} />
    </Group>
  )
}

function Actions({ method }: { method: PaymentMethod }) {
  const { t } = useTranslation('payments')
  const [isRemoving, setRemoving] = useState(false)
  const prefer = usePrefer(method)
  return (
    <>
      <Menu position="bottom-end">
        <Menu.Target>
          <ActionIcon aria-label={t('menu', { card: paymentMethodName(method) })}>
            <IconDots aria-hidden />
          </ActionIcon>
        </Menu.Target>
        <Menu.Dropdown>
          {!method.preferred && (
            <Menu.Item leftSection={<IconStar size="1rem" aria-hidden />} onClick={() => prefer.mutate()}>
              {t('prefer')}
            </Menu.Item>
          )}
          <Menu.Item
            color="red"
            leftSection={<IconTrash size="1rem" aria-hidden />}
            onClick={() => setRemoving(true)}
          >
            {t('remove')}
          </Menu.Item>
        </Menu.Dropdown>
      </Menu>
      {isRemoving && <Remove method={method} close={() => setRemoving(false)} />}
    </>
  )
}

function usePrefer(method: PaymentMethod) {
  const { t } = useTranslation('payments')
  const { id: account } = useAccount()
  const queries = useQueryClient()
  return useMutation({
    mutationFn: () =>
      callApi('POST /accounts/:account/payment-methods/:method/prefer', {
        params: { account, method: method.id },
      }),
    onSuccess: () => {
      showToast(t('isPreferred', { card: paymentMethodName(method) }))
      return queries.invalidateQueries({ queryKey: paymentMethodsQuery(account).queryKey })
    },
    onError: useProblemToast(),
  })
}

function Remove({ method, close }: { method: PaymentMethod; close: () => void }) {
  const { t } = useTranslation('payments')
  const { id: account, name } = useAccount()
  const queries = useQueryClient()
  const card = paymentMethodName(method)
  const remove = useMutation({
    mutationFn: () =>
      callApi('DELETE /accounts/:account/payment-methods/:method', {
        params: { account, method: method.id },
      }),
    onSuccess: () => {
      showToast(t('removed', { card }))
      close()
      return queries.invalidateQueries({ queryKey: paymentMethodsQuery(account).queryKey })
    },
  })
  return (
    <ConfirmDestructiveDialog
      opened
      title={t('removeTitle', { card })}
      text={t('removeText', { account: name })}
      confirm={t('remove')}
      problem={remove.error}
      busy={remove.isPending}
      close={close}
      act={() => remove.mutate()}
    />
  )
}
