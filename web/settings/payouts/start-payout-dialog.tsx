import { Button, Group, Stack, Text, TextInput } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { currencySymbol, formatMoney, toMinorUnits, toMoneyInput } from '../../i18n/money.ts'
import { Dialog } from '../../ui/dialog.tsx'
import { ProblemAlert } from '../../ui/problem-alert.tsx'
import { useProblemForm } from '../../ui/use-problem-form.ts'
import type { PayoutBalance, PayoutDetails } from './payout-queries.ts'
import { useStartPayout } from './use-start-payout.ts'

type Given = { balance: PayoutBalance; details: PayoutDetails; close: () => void }

/** Asks for the amount, then for a confirmation. Going back keeps the amount. */
export function StartPayoutDialog({ balance, details, close }: Given) {
  const { t } = useTranslation('payouts')
  const [typed, setTyped] = useState(toMoneyInput(balance.available, balance.currency))
  const [amount, setAmount] = useState<number>()
  return (
    <Dialog
      opened
      onClose={close}
      centered
      title={
        amount === undefined
          ? t('start.title')
          : t('start.confirmTitle', { amount: formatMoney(amount, balance.currency) })
      }
    >
      {amount === undefined ? (
        <Amount
          balance={balance}
          typed={typed}
          next={(text, minor) => {
            setTyped(text)
            setAmount(minor)
          }}
        />
      ) : (
        <Sure
          amount={amount}
          currency={balance.currency}
          details={details}
          back={() => setAmount(undefined)}
          close={close}
        />
      )}
    </Dialog>
  )
}

type AmountGiven = { balance: PayoutBalance; typed: string; next: (typed: string, minor: number) => void }

function Amount({ balance: { available, currency }, typed, next }: AmountGiven) {
  const { t } = useTranslation('payouts')
  const most = formatMoney(available, currency)
  const { form, submit } = useProblemForm({
    initialValues: { amount: typed },
    validate: ({ amount }) => {
      const minor = toMinorUnits(amount, currency)
      if (minor === undefined)
        return { amount: t('start.amountWrong', { example: toMoneyInput(available, currency) }) }
      if (minor < 1) return { amount: t('start.amountLow', { least: formatMoney(1, currency) }) }
      return { amount: minor > available ? t('start.amountHigh', { available: most }) : null }
    },
    send: async ({ amount }) => next(amount, toMinorUnits(amount, currency) ?? 0),
  })
  return (
    <form onSubmit={submit} noValidate>
      <Stack>
        <TextInput
          label={t('start.amount')}
          description={t('start.amountHint', { available: most })}
          inputMode="decimal"
          required
          data-autofocus
          leftSection={currencySymbol(currency)}
          leftSectionWidth="var(--stagedoor-sign)"
          {...form.getInputProps('amount')}
        />
        <Group justify="flex-end">
          <Button type="submit">{t('start.next')}</Button>
        </Group>
      </Stack>
    </form>
  )
}

type SureGiven = {
  amount: number
  currency: string
  details: PayoutDetails
  back: () => void
  close: () => void
}

function Sure({ amount, currency, details, back, close }: SureGiven) {
  const { t } = useTranslation('payouts')
  const payOut = useStartPayout(amount, close)
  const words = { amount: formatMoney(amount, currency), holder: details.holder, destination: details.masked }
  return (
    <Stack>
      <Text size="sm">{t('start.confirmText', words)}</Text>
      <ProblemAlert problem={payOut.error} />
      <Group justify="flex-end">
        <Button variant="default" onClick={back} data-autofocus>
          {t('start.change')}
        </Button>
        <Button loading={payOut.isPending} onClick={() => payOut.mutate()}>
          {t('start.confirm', words)}
        </Button>
      </Group>
    </Stack>
  )
}
