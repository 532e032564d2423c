import { Button, Group, Stack, Text, TextInput } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { currencySymbol, formatMoney, toMinorUnits, toMoneyInput } from '../i18n/money.ts'
import type { Account } from '../session/me-queries.ts'
import { Dialog } from '../ui/dialog.tsx'
import { ProblemAlert } from '../ui/problem-alert.tsx'
import { useProblemForm } from '../ui/use-problem-form.ts'
import { BiddingSetupDialog } from './bidding-setup-dialog.tsx'
import { isBidderNotReady, usePlaceBid } from './use-place-bid.ts'
import type { PublicAuction } from './watch-queries.ts'

type Given = {
  auction: PublicAuction
  buyer: Account
  /** The leader can only raise their maximum. */
  leads: boolean
  max: number | undefined
  close: () => void
}

/** The dialog for another amount than the lowest, and for a maximum up to which the bid is raised. */
export function BidDialog(given: Given) {
  const { t } = useTranslation('watch')
  const { auction, buyer, leads, close } = given
  const { form, submit, problem, busy, reset } = useBidForm(given)
  if (isBidderNotReady(problem)) return <BiddingSetupDialog buyer={buyer} close={reset} />
  const sign = currencySymbol(auction.currency)
  const field = { inputMode: 'decimal', autoComplete: 'off', rightSection: sign } as const
  const words = { title: auction.title, account: buyer.name }
  return (
    <Dialog opened onClose={close} title={t(leads ? 'bid.raiseTitle' : 'bid.title', words)} centered>
      <form onSubmit={submit} noValidate>
        <Stack>
          {leads ? (
            <Text size="sm">{t('bid.raiseText')}</Text>
          ) : (
            <TextInput
              {...field}
              label={t('bid.amount')}
              description={t('bid.amountHint', { minimum: formatMoney(auction.minimum, auction.currency) })}
              required
              data-autofocus
              {...form.getInputProps('amount')}
            />
          )}
          <TextInput
            {...field}
            label={t(leads ? 'bid.newMax' : 'bid.max')}
            description={leads ? undefined : t('bid.maxHint')}
            {...(leads && { required: true, 'data-autofocus': true })}
            {...form.getInputProps('max')}
          />
          <Text size="sm" c="dimmed">
            {t('bid.binding', words)}
          </Text>
          <ProblemAlert problem={problem} />
          <Group justify="flex-end">
            <Button type="submit" size="md" loading={busy}>
              {t(leads ? 'bid.sendRaise' : 'bid.send')}
            </Button>
          </Group>
        </Stack>
      </form>
    </Dialog>
  )
}

function useBidForm({ auction, buyer, leads, max: before, close }: Given) {
  const { t } = useTranslation('watch')
  const { minimum, currency } = auction
  const { bidding } = usePlaceBid(auction, buyer)
  const least = formatMoney(minimum, currency)
  const notAmount = t('bid.notAmount', { example: toMoneyInput(minimum, currency) })
  const read = (typed: string) => (typed.trim() === '' ? undefined : toMinorUnits(typed, currency))
  return useProblemForm({
    initialValues: { amount: toMoneyInput(minimum, currency), max: '' },
    validate: (values) => {
      const [amount, max] = [read(values.amount), read(values.max)]
      const isMaxMissing = max === undefined && (leads || values.max.trim() !== '')
      const tooLow = t('bid.tooLow', { minimum: least })
      if (leads) {
        const floor = before ?? auction.price ?? 0
        const isRaised = max !== undefined && max > floor
        return {
          max: isMaxMissing
            ? notAmount
            : isRaised
              ? null
              : t('bid.above', { max: formatMoney(floor, currency) }),
        }
      }
      return {
        amount: amount === undefined ? notAmount : amount < minimum ? tooLow : null,
        max: isMaxMissing
          ? notAmount
          : (max ?? 0) < (amount ?? 0) && max !== undefined
            ? t('bid.belowBid')
            : null,
      }
    },
    send: (values) => {
      const max = read(values.max)
      const amount = leads ? Math.min(minimum, max ?? minimum) : (read(values.amount) ?? minimum)
      return bidding.mutateAsync({ amount, ...(max !== undefined && { max }) })
    },
    done: close,
  })
}
