import { useQueryClient } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { call } from '../api.ts'
import { useAccount } from '../shell/account.ts'
import { useProblemForm } from '../shell/form.ts'
import { tell } from '../shell/told.ts'
import type { Details } from './payouts.ts'

export const kinds = ['iban', 'us'] as const
type Values = {
  kind: (typeof kinds)[number]
  holder: string
  iban: string
  routing: string
  account: string
  password: string
}

/** What is sent: only what belongs to the kind of account. */
const inputOf = ({ kind, holder, password, iban, routing, account }: Values) =>
  kind === 'iban' ? { kind, holder, password, iban } : { kind, holder, password, routing, account }

export function useDetails(details: Details | null, close: () => void) {
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
      call('POST /accounts/:account/payout-details', { params: { account }, input: inputOf(values) }),
    done: ({ details }) => {
      tell(t('details.saved', { destination: details?.masked ?? '' }), t('details.savedMore'))
      close()
      return queries.invalidateQueries({ queryKey: [account, 'payouts'] })
    },
  })
}
