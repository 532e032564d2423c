import { ActionIcon, Badge, Group, Menu, Stack, Text } from '@mantine/core'
import { IconDots, IconPencil, IconStar, IconTrash } from '@tabler/icons-react'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { callApi } from '../data/api.ts'
import { useAccount } from '../session/account-context.ts'
import { ConfirmDestructiveDialog } from '../ui/confirm-destructive-dialog.tsx'
import { showToast, useProblemToast } from '../ui/toasts.ts'
import { addressLines } from './address-lines.ts'
import { type Address, addressesQuery } from './address-queries.ts'

export function AddressItem({ address, edit }: { address: Address; edit: () => void }) {
  const { t } = useTranslation('spending')
  const [first, ...rest] = addressLines(address)
  return (
    <Group component="li" justify="space-between" wrap="nowrap" align="flex-start">
      <Stack gap={2} miw={0}>
        <Group gap="xs">
          <Text size="sm" fw={600} className="stagedoor-breaks">
            {first}
          </Text>
          {address.preferred && <Badge>{t('addresses.preferred')}</Badge>}
        </Group>
        {rest.map((line) => (
          <Text key={line} size="sm" className="stagedoor-breaks">
            {line}
          </Text>
        ))}
      </Stack>
      <Actions address={address} edit={edit} />
    </Group>
  )
}

function Actions({ address, edit }: { address: Address; edit: () => void }) {
  const { t } = useTranslation('spending')
  const [isRemoving, setRemoving] = useState(false)
  const prefer = usePrefer(address)
  return (
    <>
      <Menu position="bottom-end">
        <Menu.Target>
          <ActionIcon aria-label={t('addresses.menu', { name: address.name })}>
            <IconDots aria-hidden />
          </ActionIcon>
        </Menu.Target>
        <Menu.Dropdown>
          <Menu.Item leftSection={<IconPencil size="1rem" aria-hidden />} onClick={edit}>
            {t('addresses.edit')}
          </Menu.Item>
          {!address.preferred && (
            <Menu.Item leftSection={<IconStar size="1rem" aria-hidden />} onClick={() => prefer.mutate()}>
              {t('addresses.prefer')}
            </Menu.Item>
          )}
          <Menu.Item
            color="red"
            leftSection={<IconTrash size="1rem" aria-hidden />}
            onClick={() => setRemoving(true)}
          >
            {t('addresses.remove')}
          </Menu.Item>
        </Menu.Dropdown>
      </Menu>
      {isRemoving && <Remove address={address} close={() => setRemoving(false)} />}
    </>
  )
}

function usePrefer({ id: address, name }: Address) {
  const { t } = useTranslation('spending')
  const { id: account } = useAccount()
  const queries = useQueryClient()
  return useMutation({
    mutationFn: () =>
      callApi('PATCH /accounts/:account/addresses/:address', {
        params: { account, address },
        input: { preferred: true },
      }),
    onSuccess: () => {
      showToast(t('addresses.isPreferred', { name }))
      return queries.invalidateQueries({ queryKey: addressesQuery(account).queryKey })
    },
    onError: useProblemToast(),
  })
}

function Remove({ address, close }: { address: Address; close: () => void }) {
  const { t } = useTranslation('spending')
  const { id: account } = useAccount()
  const queries = useQueryClient()
  const { name } = address
  const remove = useMutation({
    mutationFn: () =>
      callApi('DELETE /accounts/:account/addresses/:address', { params: { account, address: address.id } }),
    onSuccess: () => {
      showToast(t('addresses.removed', { name }))
      close()
      return queries.invalidateQueries({ queryKey: addressesQuery(account).queryKey })
    },
  })
  return (
    <ConfirmDestructiveDialog
      opened
      title={t('addresses.removeTitle', { name })}
      text={t('addresses.removeText')}
      confirm={t('addresses.remove')}
      problem={remove.error}
      busy={remove.isPending}
      close={close}
      act={() => remove.mutate()}
    />
  )
}
