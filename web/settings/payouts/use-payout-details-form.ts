import { useQueryClient } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import type { bankAccountKinds } from '../../../src/payouts/vocabulary.ts'
import { callApi } from '../../data/api.ts'
import { payoutKeys } from '../../data/query-keys.ts'
import { useAccount } from '../../session/account-context.ts'
import { showToast } from '../../ui/toasts.ts'
import { useProblemForm } from '../../ui/use-problem-form.ts'
import type { PayoutDetails } from './payout-queries.ts'

type Values = {
  kind: (typeof bankAccountKinds)[number]
  holder: string
  iban: string
  routing: string
  account: string
  password: string
}

/** The input for the API, with only the fields of this kind of bank account. */
const inputOf = ({ kind, holder, password, iban, routing, account }: Values) =>
  kind === 'iban' ? { kind, holder, password, iban } : { kind, holder, password, routing, account }

export function usePayoutDetailsForm(details: PayoutDetails | null, close: () => void) {
  const { t } = useTranslation('payouts')
  const { id: account, currency } = useAccount()
  const queries = useQueryClient()
  const initialValues: Values = {
    kind: details?.kind ?? (currency === 'USD' ? 'us' : 'iban'),
    holder: details?.holder ?? '',
    iban: '',
    routing: '',
    account: '',
    password: '',
  }
  const needed = (text: string, sentence: string) => (text.trim() === '' ? sentence : null)
  return useProblemForm({
    initialValues,
    validate: ({ kind, ...values }) => ({
      holder: needed(values.holder, t('details.holderMissing')),
      ...(kind === 'iban'
        ? { iban: needed(values.iban, t('details.ibanMissing')) }
        : {
            routing: needed(values.routing, t('details.routingMissing')),
            account: needed(values.account, t('details.accountMissing')),
          }),
      password: values.password === '' ? t('details.passwordMissing') : null,
    }),
    send: (values) =>
      callApi('POST /accounts/:account/payout-details', { params: { account }, input: inputOf(values) }),
    done: ({ details }) => {
      showToast(t('details.saved', { destination: details?.masked ?? '' }), t('details.savedMore'))
      close()
      return queries.invalidateQueries({ queryKey: payoutKeys.all(account) })
    },
  })
}
