import { CloseButton, Group, Stack, Text } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { AuctionTimeLeft } from '../../watch/auction-time-left.tsx'
import classes from '../broadcast/studio.module.css'
import type { StudioGiveaway } from '../broadcast/studio-queries.ts'

/** The open giveaway with its entries, or the winner of the last one. */
export function CurrentGiveaway({ giveaway, close }: { giveaway: StudioGiveaway; close: () => void }) {
  const { t } = useTranslation(['studio', 'layout'])
  const { title, status, entries, winnerName, endsAt } = giveaway
  const isOpen = status === 'open'
  return (
    <section className={classes.happening} aria-label={t('giveaway.label', { title })}>
      <Group justify="space-between" wrap="nowrap" gap="sm" align="flex-start">
        <Stack gap={0} miw={0}>
          <Text size="sm" c="dimmed" truncate>
            {t('giveaway.label', { title })}
          </Text>
          <Text fw="bold" role="status">
            {isOpen && t('giveaway.entries', { count: entries })}
            {status === 'drawn' && t('giveaway.won', { name: winnerName ?? '' })}
            {status === 'nobody' && t('giveaway.nobody')}
          </Text>
        </Stack>
        {isOpen ? (
          <AuctionTimeLeft endsAt={endsAt} />
        ) : (
          <CloseButton aria-label={t('layout:form.close')} onClick={close} />
        )}
      </Group>
    </section>
  )
}
