import { Button, Group, Select, Stack, Text, TextInput } from '@mantine/core'
import { useQueryClient } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { type CarrierName, carrierNames, knownCarriers, orderLimits } from '../../src/orders/vocabulary.ts'
import { callApi } from '../data/api.ts'
import { orderKeys } from '../data/query-keys.ts'
import { useAccount } from '../session/account-context.ts'
import { Dialog } from '../ui/dialog.tsx'
import { ProblemAlert } from '../ui/problem-alert.tsx'
import { showToast } from '../ui/toasts.ts'
import { useProblemForm } from '../ui/use-problem-form.ts'
import type { Shipment } from './shipment-queries.ts'

const isNumber = (text: string) => /^[A-Z0-9-]{4,40}$/i.test(text.replaceAll(/\s/g, ''))

type Given = { shipment: Shipment; close: () => void }

export function TrackingNumberDialog({ shipment, close }: Given) {
  const { t } = useTranslation('shipping')
  const { form, submit, problem, busy } = useOwnLabel({ shipment, close })
  return (
    <Dialog opened onClose={close} title={t('shipment.ownTitle')} centered>
      <form
        noValidate
        onSubmit={(event) => {
          // The form is inside the shipment's own form, which must not be submitted.
          event.stopPropagation()
          submit(event)
        }}
      >
        <Stack>
          <Text size="sm">{t('shipment.ownText')}</Text>
          <Select
            label={t('shipment.carrier')}
            data={[
              ...Object.entries(knownCarriers).map(([value, [label]]) => ({ value, label })),
              { value: 'other', label: t('shipment.carrierOther') },
            ]}
            {...form.getInputProps('carrier')}
          />
          <TextInput
            label={t('shipment.number')}
            required
            autoComplete="off"
            data-autofocus
            maxLength={orderLimits.scannedCode}
            {...form.getInputProps('number')}
          />
          <ProblemAlert problem={problem} />
          <Group justify="flex-end">
            <Button type="submit" loading={busy}>
              {t('shipment.saveNumber')}
            </Button>
          </Group>
        </Stack>
      </form>
    </Dialog>
  )
}

function useOwnLabel({ shipment, close }: Given) {
  const { t } = useTranslation('shipping')
  const { id: account } = useAccount()
  const queries = useQueryClient()
  const before = carrierNames.find((name) => name !== 'other' && name === shipment.carrier?.id)
  return useProblemForm({
    initialValues: { carrier: before ?? ('colissimo' as CarrierName), number: shipment.tracking ?? '' },
    validate: ({ number }) => ({ number: isNumber(number) ? null : t('shipment.numberWrong') }),
    send: (input) =>
      callApi('POST /accounts/:account/shipments/:shipment/tracking', {
        params: { account, shipment: shipment.id },
        input,
      }),
    done: () => {
      showToast(t('shipment.numberSaved'))
      close()
      return queries.invalidateQueries({ queryKey: orderKeys.all(account) })
    },
  })
}
