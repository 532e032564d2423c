import { Button, Group, NumberInput, Stack, Switch, Text, TextInput } from '@mantine/core'
import { useQueryClient } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { call } from '../api.ts'
import { asTyped, symbol, toMinor } from '../money.ts'
import { useProblemForm } from '../shell/form.ts'
import { ProblemAlert } from '../shell/problem-alert.tsx'
import { Sheet } from '../shell/sheet.tsx'
import { keepSettings, lastSettings } from './auction-settings.ts'
import type { Of } from './queries.ts'

/** What is auctioned, from which bid on. */
export type Auctioned = { product: string; title: string; startingBid: number }
type Given = { of: Of; currency: string; item: Auctioned; close: () => void }

/** Starts an auction, as the last one was unless one says otherwise. */
export function AuctionDialog({ of, currency, item, close }: Given) {
  const { t } = useTranslation(['studio', 'shell'])
  const { form, submit, problem, busy } = useAuctionForm({ of, currency, item, close })
  return (
    <Sheet opened onClose={close} title={t('auction.title')} centered>
      <form onSubmit={submit}>
        <Stack>
          <Text fw="bold" className="stagedoor-breaks">
            {item.title}
          </Text>
          <TextInput
            label={t('auction.startingBid')}
            inputMode="decimal"
            leftSection={symbol(currency)}
            data-autofocus
            {...form.getInputProps('startingBid')}
          />
          <NumberInput
            label={t('auction.seconds')}
            description={t('auction.secondsHint')}
            min={10}
            max={600}
            step={10}
            allowDecimal={false}
            {...form.getInputProps('seconds')}
          />
          <Switch
            label={t('auction.suddenDeath')}
            description={t('auction.suddenDeathHint')}
            {...form.getInputProps('suddenDeath', { type: 'checkbox' })}
          />
          {!form.values.suddenDeath && (
            <NumberInput
              label={t('auction.counter')}
              description={t('auction.counterHint')}
              min={0}
              max={60}
              allowDecimal={false}
              {...form.getInputProps('counterSeconds')}
            />
          )}
          <Text size="sm" c="dimmed">
            {t('auction.noWayBack')}
          </Text>
          <ProblemAlert problem={problem} />
          <Group justify="flex-end">
            <Button variant="default" onClick={close}>
              {t('shell:form.cancel')}
            </Button>
            <Button type="submit" loading={busy}>
              {t('auction.start')}
            </Button>
          </Group>
        </Stack>
      </form>
    </Sheet>
  )
}

function useAuctionForm({ of, currency, item, close }: Given) {
  const { t } = useTranslation('studio')
  const queries = useQueryClient()
  const whole = (value: unknown, least: number, most: number) =>
    Number.isInteger(value) && Number(value) >= least && Number(value) <= most
  return useProblemForm({
    initialValues: { ...lastSettings(), startingBid: asTyped(item.startingBid, currency) },
    validate: ({ startingBid, seconds, counterSeconds, suddenDeath }) => ({
      startingBid: (toMinor(startingBid, currency) ?? 0) >= 1 ? null : t('auction.wrongBid'),
      seconds: whole(seconds, 10, 600) ? null : t('auction.wrongSeconds'),
      counterSeconds: suddenDeath || whole(counterSeconds, 0, 60) ? null : t('auction.wrongCounter'),
    }),
    send: ({ startingBid, seconds, counterSeconds, suddenDeath }) =>
      call('POST /accounts/:account/shows/:show/auctions', {
        params: of,
        input: {
          product: item.product,
          startingBid: toMinor(startingBid, currency) as number,
          seconds,
          counterSeconds: suddenDeath ? 0 : counterSeconds,
          suddenDeath,
        },
      }),
    done: (_, values) => {
      keepSettings(values)
      void queries.invalidateQueries({ queryKey: [of.account, 'studio', of.show, 'auctions'] })
      close()
    },
  })
}
