import { Button, Group, Stack, Text, Textarea } from '@mantine/core'
import { IconMessage } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { call } from '../api.ts'
import type { Order } from '../orders/queries.ts'
import { useAccount, useMay } from '../shell/account.ts'
import { useProblemForm } from '../shell/form.ts'
import { LinkButton } from '../shell/links.tsx'
import { newKey } from '../shell/new-key.ts'
import { ProblemAlert } from '../shell/problem-alert.tsx'
import { Sheet } from '../shell/sheet.tsx'
import { longestText } from './longest.ts'
import { conversationOfOrder } from './queries.ts'

/** On an order: leads to what was written with its buyer, or begins it. */
export function WriteToBuyer({ order }: { order: Order }) {
  const { t } = useTranslation('messages')
  const { id: account } = useAccount()
  const may = useMay()('messages.reply')
  const [isOpen, setOpen] = useState(false)
  const { data } = useQuery({ ...conversationOfOrder(account, order.id), enabled: may })
  if (!may || !data || (order.buyerName === null && !data.conversation)) return null
  const look = { variant: 'default', leftSection: <IconMessage size="1.125rem" aria-hidden /> } as const
  if (data.conversation)
    return (
      <LinkButton
        to="/dashboard/$account/messages/$conversation"
        params={{ account, conversation: data.conversation }}
        {...look}
      >
        {t('write.button')}
      </LinkButton>
    )
  return (
    <>
      <Button {...look} onClick={() => setOpen(true)}>
        {t('write.button')}
      </Button>
      {isOpen && <WriteDialog order={order} close={() => setOpen(false)} />}
    </>
  )
}

function WriteDialog({ order, close }: { order: Order; close: () => void }) {
  const { t } = useTranslation(['messages', 'shell'])
  const { name } = useAccount()
  const { form, submit, problem, busy } = useFirst(order)
  const words = { buyer: order.buyerName ?? '', account: name, code: order.code }
  return (
    <Sheet opened onClose={close} title={t('write.title', words)} centered>
      <form onSubmit={submit} noValidate>
        <Stack>
          <Text size="sm">{t('write.text', words)}</Text>
          <Textarea
            label={t('write.label')}
            required
            autosize
            minRows={3}
            maxRows={10}
            maxLength={longestText}
            data-autofocus
            {...form.getInputProps('text')}
          />
          <ProblemAlert problem={problem} />
          <Group justify="flex-end">
            <Button variant="default" onClick={close}>
              {t('shell:form.cancel')}
            </Button>
            <Button type="submit" loading={busy}>
              {t('write.send')}
            </Button>
          </Group>
        </Stack>
      </form>
    </Sheet>
  )
}

function useFirst({ id: order }: Order) {
  const { id: account } = useAccount()
  const navigate = useNavigate()
  const [key] = useState(newKey)
  return useProblemForm({
    initialValues: { text: '' },
    send: ({ text }) =>
      call('POST /accounts/:account/conversations', {
        params: { account },
        input: { order, text: text.trim(), key },
      }),
    done: ({ conversation }) =>
      navigate({
        to: '/dashboard/$account/messages/$conversation',
        params: { account, conversation },
      }),
  })
}
