import { Button, Group, Stack, Text, TextInput } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { asTyped, money, symbol, toMinor } from '../money.ts'
import { useProblemForm } from '../shell/form.ts'
import { ProblemAlert } from '../shell/problem-alert.tsx'
import { Sheet } from '../shell/sheet.tsx'
import type { Balance, Details } from './payouts.ts'
import { usePayOut } from './use-pay-out.ts'

type Given = { balance: Balance; details: Details; close: () => void }

/** How much, then the sentence before it leaves. Going back keeps the amount. */
export function StartDialog({ balance, details, close }: Given) {
  const { t } = useTranslation('payouts')
  const [typed, setTyped] = useState(asTyped(balance.available, balance.currency))
  const [amount, setAmount] = useState<number>()
  return (
    <Sheet
      opened
      onClose={close}
      centered
      title={
        amount === undefined
          ? t('start.title')
          : t('start.confirmTitle', { amount: money(amount, balance.currency) })
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
    </Sheet>
  )
}

type AmountGiven = { balance: Balance; typed: string; next: (typed: string, minor: number) => void }

function Amount({ balance: { available, currency }, typed, next }: AmountGiven) {
  const { t } = useTranslation('payouts')
  const most = money(available, currency)
  const { form, submit } = useProblemForm({
    initialValues: { amount: typed },
    validate: ({ amount }) => {
      const minor = toMinor(amount, currency)
      if (minor === undefined)
        return { amount: t('start.amountWrong', { example: asTyped(available, currency) }) }
      if (minor < 1) return { amount: t('start.amountLow', { least: money(1, currency) }) }
      return { amount: minor > available ? t('start.amountHigh', { available: most }) : null }
    },
    send: async ({ amount }) => next(amount, toMinor(amount, currency) ?? 0),
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
          leftSection={symbol(currency)}
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

type SureGiven = { amount: number; currency: string; details: Details; back: () => void; close: () => void }

function Sure({ amount, currency, details, back, close }: SureGiven) {
  const { t } = useTranslation('payouts')
  const payOut = usePayOut(amount, close)
  const words = { amount: money(amount, currency), holder: details.holder, destination: details.masked }
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
