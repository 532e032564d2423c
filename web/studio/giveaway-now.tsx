import { CloseButton, Group, Stack, Text } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { TimeLeft } from '../room/last-seconds.tsx'
import type { Giveaway } from './queries.ts'
import classes from './studio.module.css'

/** A giveaway: who entered so far, and who won. */
export function GiveawayNow({ giveaway, close }: { giveaway: Giveaway; close: () => void }) {
  const { t } = useTranslation(['studio', 'shell'])
  const { title, state, entries, winnerName, endsAt } = giveaway
  const isOpen = state === 'open'
  return (
    <section className={classes.happening} aria-label={t('giveaway.label', { title })}>
      <Group justify="space-between" wrap="nowrap" gap="sm" align="flex-start">
        <Stack gap={0} miw={0}>
          <Text size="sm" c="dimmed" truncate>
            {t('giveaway.label', { title })}
          </Text>
          <Text fw="bold" role="status">
            {isOpen && t('giveaway.entries', { count: entries })}
            {state === 'drawn' && t('giveaway.won', { name: winnerName ?? '' })}
            {state === 'nobody' && t('giveaway.nobody')}
          </Text>
        </Stack>
        {isOpen ? (
          <TimeLeft endsAt={endsAt} />
        ) : (
          <CloseButton aria-label={t('shell:form.close')} onClick={close} />
        )}
      </Group>
    </section>
  )
}
