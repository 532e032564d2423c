import { Button, Group, Stack, Text, Textarea } from '@mantine/core'
import { IconMessage } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { maxMessageLength } from '../../src/messages/vocabulary.ts'
import { callApi } from '../data/api.ts'
import { newIdempotencyKey } from '../data/idempotency-key.ts'
import { useAccount, useMay } from '../session/account-context.ts'
import { Dialog } from '../ui/dialog.tsx'
import { LinkButton } from '../ui/links.tsx'
import { ProblemAlert } from '../ui/problem-alert.tsx'
import { useProblemForm } from '../ui/use-problem-form.ts'
import type { Order } from './order-queries.ts'
import { orderConversationQuery } from './order-queries.ts'

/** Opens the conversation with the order's buyer, or begins one. */
export function MessageBuyerButton({ order }: { order: Order }) {
  const { t } = useTranslation('messages')
  const { id: account } = useAccount()
  const may = useMay()('messages.reply')
  const [isOpen, setOpen] = useState(false)
  const { data } = useQuery({ ...orderConversationQuery(account, order.id), enabled: may })
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
  const { t } = useTranslation(['messages', 'layout'])
  const { name } = useAccount()
  const { form, submit, problem, busy } = useFirst(order)
  const words = { buyer: order.buyerName ?? '', account: name, code: order.code }
  return (
    <Dialog opened onClose={close} title={t('write.title', words)} centered>
      <form onSubmit={submit} noValidate>
        <Stack>
          <Text size="sm">{t('write.text', words)}</Text>
          <Textarea
            label={t('write.label')}
            required
            autosize
            minRows={3}
            maxRows={10}
            maxLength={maxMessageLength}
            data-autofocus
            {...form.getInputProps('text')}
          />
          <ProblemAlert problem={problem} />
          <Group justify="flex-end">
            <Button variant="default" onClick={close}>
              {t('layout:form.cancel')}
            </Button>
            <Button type="submit" loading={busy}>
              {t('write.send')}
            </Button>
          </Group>
        </Stack>
      </form>
    </Dialog>
  )
}

function useFirst({ id: order }: Order) {
  const { id: account } = useAccount()
  const navigate = useNavigate()
  const [key] = useState(newIdempotencyKey)
  return useProblemForm({
    initialValues: { text: '' },
    send: ({ text }) =>
      callApi('POST /accounts/:account/conversations', {
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
