import { Button, Group, NumberInput, Stack, Switch, Text, TextInput } from '@mantine/core'
import { useQueryClient } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { auctionSeconds, counterBidSeconds } from '../../../src/auctions/vocabulary.ts'
import { callApi } from '../../data/api.ts'
import { studioKeys } from '../../data/query-keys.ts'
import { currencySymbol, toMinorUnits, toMoneyInput } from '../../i18n/money.ts'
import { Dialog } from '../../ui/dialog.tsx'
import { ProblemAlert } from '../../ui/problem-alert.tsx'
import { useProblemForm } from '../../ui/use-problem-form.ts'
import type { ShowRef } from '../broadcast/studio-queries.ts'
import { lastAuctionSettings, saveAuctionSettings } from './auction-settings.ts'

/** The product to auction, and its starting bid. */
export type AuctionItem = { product: string; title: string; startingBid: number }
type Given = { of: ShowRef; currency: string; item: AuctionItem; close: () => void }

/** Starts an auction. The settings of the last one are the defaults. */
export function StartAuctionDialog({ of, currency, item, close }: Given) {
  const { t } = useTranslation(['studio', 'layout'])
  const { form, submit, problem, busy } = useAuctionForm({ of, currency, item, close })
  return (
    <Dialog opened onClose={close} title={t('auction.title')} centered>
      <form onSubmit={submit}>
        <Stack>
          <Text fw="bold" className="stagedoor-breaks">
            {item.title}
          </Text>
          <TextInput
            label={t('auction.startingBid')}
            inputMode="decimal"
            leftSection={currencySymbol(currency)}
            data-autofocus
            {...form.getInputProps('startingBid')}
          />
          <NumberInput
            label={t('auction.seconds')}
            description={t('auction.secondsHint')}
            min={auctionSeconds.min}
            max={auctionSeconds.max}
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
              min={counterBidSeconds.min}
              max={counterBidSeconds.max}
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
              {t('layout:form.cancel')}
            </Button>
            <Button type="submit" loading={busy}>
              {t('auction.start')}
            </Button>
          </Group>
        </Stack>
      </form>
    </Dialog>
  )
}

function useAuctionForm({ of, currency, item, close }: Given) {
  const { t } = useTranslation('studio')
  const queries = useQueryClient()
  const whole = (value: unknown, least: number, most: number) =>
    Number.isInteger(value) && Number(value) >= least && Number(value) <= most
  return useProblemForm({
    initialValues: { ...lastAuctionSettings(), startingBid: toMoneyInput(item.startingBid, currency) },
    validate: ({ startingBid, seconds, counterSeconds, suddenDeath }) => ({
      startingBid: (toMinorUnits(startingBid, currency) ?? 0) >= 1 ? null : t('auction.wrongBid'),
      seconds: whole(seconds, 10, 600) ? null : t('auction.wrongSeconds'),
      counterSeconds: suddenDeath || whole(counterSeconds, 0, 60) ? null : t('auction.wrongCounter'),
    }),
    send: ({ startingBid, seconds, counterSeconds, suddenDeath }) =>
      callApi('POST /accounts/:account/shows/:show/auctions', {
        params: of,
        input: {
          product: item.product,
          startingBid: toMinorUnits(startingBid, currency) as number,
          seconds,
          counterSeconds: suddenDeath ? 0 : counterSeconds,
          suddenDeath,
        },
      }),
    done: (_, values) => {
      saveAuctionSettings(values)
      void queries.invalidateQueries({ queryKey: studioKeys.auctions(of) })
      close()
    },
  })
}
