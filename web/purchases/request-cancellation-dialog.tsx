import { Button, Group, Stack, Text, Textarea } from '@mantine/core'
import { useQueryClient } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { orderLimits } from '../../src/orders/vocabulary.ts'
import { callApi } from '../data/api.ts'
import { useAccount } from '../session/account-context.ts'
import { Dialog } from '../ui/dialog.tsx'
import { ProblemAlert } from '../ui/problem-alert.tsx'
import { showToast } from '../ui/toasts.ts'
import { useProblemForm } from '../ui/use-problem-form.ts'
import { type Purchase, purchaseQuery } from './purchase-queries.ts'

type Given = { purchase: Purchase; shop: string; close: () => void }

export function RequestCancellationDialog({ purchase, shop, close }: Given) {
  const { t } = useTranslation(['spending', 'layout'])
  const { form, submit, problem, busy } = useAsking({ purchase, shop, close })
  return (
    <Dialog opened onClose={close} title={t('cancellation.dialog', { shop })} centered>
      <form onSubmit={submit} noValidate>
        <Stack>
          <Text size="sm">{t('cancellation.dialogText', { shop })}</Text>
          <Textarea
            label={t('cancellation.reason')}
            required
            autosize
            minRows={3}
            maxRows={10}
            maxLength={orderLimits.cancellationReason}
            data-autofocus
            {...form.getInputProps('reason')}
          />
          <ProblemAlert problem={problem} />
          <Group justify="flex-end">
            <Button variant="default" onClick={close}>
              {t('layout:form.close')}
            </Button>
            <Button type="submit" loading={busy}>
              {t('cancellation.send')}
            </Button>
          </Group>
        </Stack>
      </form>
    </Dialog>
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
      callApi('POST /accounts/:account/purchases/:purchase/cancellation', {
        params: { account, purchase },
        input,
      }),
    done: (asked) => {
      queries.setQueryData(purchaseQuery(account, purchase).queryKey, asked)
      showToast(t('cancellation.sent', { shop }), t('cancellation.sentMore'))
      close()
    },
  })
}
