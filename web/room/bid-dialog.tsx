import { Button, Group, Stack, Text, TextInput } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { asTyped, money, symbol, toMinor } from '../money.ts'
import { useProblemForm } from '../shell/form.ts'
import { ProblemAlert } from '../shell/problem-alert.tsx'
import type { Account } from '../shell/session.ts'
import { Sheet } from '../shell/sheet.tsx'
import type { Auction } from './queries.ts'
import { ReadyDialog } from './ready-dialog.tsx'
import { isLacking, useBidding } from './use-bidding.ts'

type Given = {
  auction: Auction
  buyer: Account
  /** Whoever leads raises their maximum, and nothing else. */
  leads: boolean
  max: number | undefined
  close: () => void
}

/** Another amount than the least, and how far it is raised by itself. */
export function BidDialog(given: Given) {
  const { t } = useTranslation('live')
  const { auction, buyer, leads, close } = given
  const { form, submit, problem, busy, reset } = useBidForm(given)
  if (isLacking(problem)) return <ReadyDialog buyer={buyer} close={reset} />
  const sign = symbol(auction.currency)
  const field = { inputMode: 'decimal', autoComplete: 'off', rightSection: sign } as const
  const words = { title: auction.title, account: buyer.name }
  return (
    <Sheet opened onClose={close} title={t(leads ? 'bid.raiseTitle' : 'bid.title', words)} centered>
      <form onSubmit={submit} noValidate>
        <Stack>
          {leads ? (
            <Text size="sm">{t('bid.raiseText')}</Text>
          ) : (
            <TextInput
              {...field}
              label={t('bid.amount')}
              description={t('bid.amountHint', { minimum: money(auction.minimum, auction.currency) })}
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
    </Sheet>
  )
}

function useBidForm({ auction, buyer, leads, max: before, close }: Given) {
  const { t } = useTranslation('live')
  const { minimum, currency } = auction
  const { bidding } = useBidding(auction, buyer)
  const least = money(minimum, currency)
  const notAmount = t('bid.notAmount', { example: asTyped(minimum, currency) })
  const read = (typed: string) => (typed.trim() === '' ? undefined : toMinor(typed, currency))
  return useProblemForm({
    initialValues: { amount: asTyped(minimum, currency), max: '' },
    validate: (values) => {
      const [amount, max] = [read(values.amount), read(values.max)]
      const isMaxMissing = max === undefined && (leads || values.max.trim() !== '')
      const tooLow = t('bid.tooLow', { minimum: least })
      if (leads) {
        const floor = before ?? auction.price ?? 0
        const isRaised = max !== undefined && max > floor
        return {
          max: isMaxMissing ? notAmount : isRaised ? null : t('bid.above', { max: money(floor, currency) }),
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
