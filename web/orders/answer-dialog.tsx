import { Button, Group, Stack, Text, TextInput } from '@mantine/core'
import { useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { call } from '../api.ts'
import { money } from '../money.ts'
import { useAccount, useMay } from '../shell/account.ts'
import { useProblemForm } from '../shell/form.ts'
import { newKey } from '../shell/new-key.ts'
import { ProblemAlert } from '../shell/problem-alert.tsx'
import { Sheet } from '../shell/sheet.tsx'
import { tell } from '../shell/told.ts'
import type { Request } from './queries.ts'

export type Answering = 'accept' | 'decline'
type Given = { request: Request; answering: Answering; close: () => void }

/** What accepting, declining or suggesting will do, before it is done. */
export function AnswerDialog({ request, answering, close }: Given) {
  const { t } = useTranslation(['orders', 'shell'])
  const decides = useMay()('cancellations.resolve')
  const { form, submit, problem, busy } = useAnswer({ request, answering, close })
  const words = { total: money(request.total, request.currency), buyer: request.buyerName ?? t('gone') }
  return (
    <Sheet
      opened
      onClose={close}
      title={t(`cancellation.dialog.${decides ? answering : (`suggest_${answering}` as const)}`)}
      centered
    >
      <form onSubmit={submit} noValidate>
        <Stack>
          <Text size="sm">{t(`cancellation.dialogText.${decides ? answering : 'suggest'}`, words)}</Text>
          <TextInput
            label={t(decides ? 'cancellation.answer' : 'cancellation.note')}
            maxLength={300}
            data-autofocus
            {...form.getInputProps('text')}
          />
          <ProblemAlert problem={problem} />
          <Group justify="flex-end">
            <Button variant="default" onClick={close}>
              {t('shell:form.cancel')}
            </Button>
            <Button type="submit" loading={busy} {...(decides && answering === 'accept' && { color: 'red' })}>
              {t(decides ? `cancellation.confirm.${answering}` : 'cancellation.send', words)}
            </Button>
          </Group>
        </Stack>
      </form>
    </Sheet>
  )
}

function useAnswer({ request: { id: cancellation }, answering, close }: Given) {
  const { t } = useTranslation('orders')
  const { id: account } = useAccount()
  const decides = useMay()('cancellations.resolve')
  const queries = useQueryClient()
  const [key] = useState(newKey)
  const params = { account, cancellation }
  return useProblemForm({
    initialValues: { text: '' },
    send: ({ text }) => {
      if (!decides) {
        const input = { suggestion: answering, ...(text && { note: text }) }
        return call('POST /accounts/:account/cancellations/:cancellation/suggestion', { params, input })
      }
      const input = text ? { answer: text } : {}
      return answering === 'accept'
        ? call('POST /accounts/:account/cancellations/:cancellation/accept', { params, input, key })
        : call('POST /accounts/:account/cancellations/:cancellation/decline', { params, input })
    },
    done: ({ outcome }) => {
      tell(t(`cancellation.done.${outcome === 'accepted' || outcome === 'declined' ? outcome : 'suggested'}`))
      close()
      return queries.invalidateQueries({ queryKey: [account, 'orders'] })
    },
  })
}
