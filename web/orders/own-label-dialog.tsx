import { Button, Group, Select, Stack, Text, TextInput } from '@mantine/core'
import { useQueryClient } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { call, type Input } from '../api.ts'
import { useAccount } from '../shell/account.ts'
import { useProblemForm } from '../shell/form.ts'
import { ProblemAlert } from '../shell/problem-alert.tsx'
import { Sheet } from '../shell/sheet.tsx'
import { tell } from '../shell/told.ts'
import type { Parcel } from './queries.ts'

type CarrierName = Input<'POST /accounts/:account/shipments/:shipment/tracking'>['input']['carrier']

/** Carriers by their own names; the French ones first, as the shops are. */
const carriers: [CarrierName, string][] = [
  ['colissimo', 'La Poste / Colissimo'],
  ['chronopost', 'Chronopost'],
  ['mondial_relay', 'Mondial Relay'],
  ['bpost', 'bpost'],
  ['canada_post', 'Canada Post'],
  ['deutsche_post', 'Deutsche Post'],
  ['dhl', 'DHL'],
  ['dpd', 'DPD'],
  ['evri', 'Evri'],
  ['fedex', 'FedEx'],
  ['gls', 'GLS'],
  ['postnl', 'PostNL'],
  ['royal_mail', 'Royal Mail'],
  ['ups', 'UPS'],
  ['usps', 'USPS'],
]
const isNumber = (text: string) => /^[A-Z0-9-]{4,40}$/i.test(text.replaceAll(/\s/g, ''))

type Given = { parcel: Parcel; close: () => void }

export function OwnLabelDialog({ parcel, close }: Given) {
  const { t } = useTranslation('parcels')
  const { form, submit, problem, busy } = useOwnLabel({ parcel, close })
  return (
    <Sheet opened onClose={close} title={t('parcel.ownTitle')} centered>
      <form
        noValidate
        onSubmit={(event) => {
          // It stands inside the parcel's own form.
          event.stopPropagation()
          submit(event)
        }}
      >
        <Stack>
          <Text size="sm">{t('parcel.ownText')}</Text>
          <Select
            label={t('parcel.carrier')}
            data={[
              ...carriers.map(([value, label]) => ({ value, label })),
              { value: 'other', label: t('parcel.carrierOther') },
            ]}
            {...form.getInputProps('carrier')}
          />
          <TextInput
            label={t('parcel.number')}
            required
            autoComplete="off"
            data-autofocus
            maxLength={60}
            {...form.getInputProps('number')}
          />
          <ProblemAlert problem={problem} />
          <Group justify="flex-end">
            <Button type="submit" loading={busy}>
              {t('parcel.saveNumber')}
            </Button>
          </Group>
        </Stack>
      </form>
    </Sheet>
  )
}

function useOwnLabel({ parcel, close }: Given) {
  const { t } = useTranslation('parcels')
  const { id: account } = useAccount()
  const queries = useQueryClient()
  const before = carriers.find(([name]) => name === parcel.carrier?.id)?.[0]
  return useProblemForm({
    initialValues: { carrier: before ?? ('colissimo' as CarrierName), number: parcel.tracking ?? '' },
    validate: ({ number }) => ({ number: isNumber(number) ? null : t('parcel.numberWrong') }),
    send: (input) =>
      call('POST /accounts/:account/shipments/:shipment/tracking', {
        params: { account, shipment: parcel.id },
        input,
      }),
    done: () => {
      tell(t('parcel.numberSaved'))
      close()
      return queries.invalidateQueries({ queryKey: [account, 'orders'] })
    },
  })
}
