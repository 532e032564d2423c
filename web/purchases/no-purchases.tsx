import { Button, EmptyState, Group, TextInput } from '@mantine/core'
import { IconShoppingBag } from '@tabler/icons-react'
import { useNavigate } from '@tanstack/react-router'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useAccount } from '../session/account-context.ts'

/** Says what this page is for, and offers the first step: opening a shop by its username. */
export function NoPurchases() {
  const { t } = useTranslation('spending')
  const { name } = useAccount()
  return (
    <EmptyState
      py="xl"
      icon={<IconShoppingBag aria-hidden />}
      title={t('empty.title')}
      description={t('empty.text', { account: name })}
    >
      <EmptyState.Actions>
        <GoToShopForm />
      </EmptyState.Actions>
    </EmptyState>
  )
}

/** A form that opens a shop by its username. */
export function GoToShopForm() {
  const { t } = useTranslation('spending')
  const navigate = useNavigate()
  const [typed, setTyped] = useState('')
  const username = typed.trim().replace(/^@/, '')
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault()
        if (username) void navigate({ to: '/shops/$username', params: { username } })
      }}
    >
      <Group gap="xs" align="flex-end" justify="center">
        <TextInput
          label={t('empty.shop')}
          autoCapitalize="none"
          autoComplete="off"
          spellCheck={false}
          value={typed}
          onChange={({ currentTarget }) => setTyped(currentTarget.value)}
        />
        <Button type="submit" variant="default">
          {t('empty.open')}
        </Button>
      </Group>
    </form>
  )
}
