import { Button, Group, Stack, Text, Textarea } from '@mantine/core'
import { useQueryClient } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { call } from '../api.ts'
import { useAccount } from '../shell/account.ts'
import { useProblemForm } from '../shell/form.ts'
import { ProblemAlert } from '../shell/problem-alert.tsx'
import { Sheet } from '../shell/sheet.tsx'
import { tell } from '../shell/told.ts'
import { type Purchase, purchaseOf } from './purchases.ts'

type Given = { purchase: Purchase; shop: string; close: () => void }

export function AskDialog({ purchase, shop, close }: Given) {
  const { t } = useTranslation(['spending', 'shell'])
  const { form, submit, problem, busy } = useAsking({ purchase, shop, close })
  return (
    <Sheet opened onClose={close} title={t('cancellation.dialog', { shop })} centered>
      <form onSubmit={submit} noValidate>
        <Stack>
          <Text size="sm">{t('cancellation.dialogText', { shop })}</Text>
          <Textarea
            label={t('cancellation.reason')}
            required
            autosize
            minRows={3}
            maxRows={10}
            maxLength={500}
            data-autofocus
            {...form.getInputProps('reason')}
          />
          <ProblemAlert problem={problem} />
          <Group justify="flex-end">
            <Button variant="default" onClick={close}>
              {t('shell:form.close')}
            </Button>
            <Button type="submit" loading={busy}>
              {t('cancellation.send')}
            </Button>
          </Group>
        </Stack>
      </form>
    </Sheet>
  )
}

function useAsking({ purchase: { id: purchase }, shop, close }: Given) {
  const { t } = useTranslation('spending')
  const { id: account } = useAccount()
  const queries = useQueryClient()
  return useProblemForm({
    initialValues: { reason: '' },
    validate: ({ reason }) => ({ reason: reason.trim() === '' ? t('cancellation.reasonMissing') : null }),
    send: (input) =>
      call('POST /accounts/:account/purchases/:purchase/cancellation', {
        params: { account, purchase },
        input,
      }),
    done: (asked) => {
      queries.setQueryData(purchaseOf(account, purchase).queryKey, asked)
      tell(t('cancellation.sent', { shop }), t('cancellation.sentMore'))
      close()
    },
  })
}
