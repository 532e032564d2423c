import { Badge, Button, Group, Paper, Stack, Text } from '@mantine/core'
import { IconConfetti, IconGift } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import { useProblemText } from '../shell/problem-alert.tsx'
import type { Account } from '../shell/session.ts'
import { Thumb } from '../shell/thumb.tsx'
import { As, ForBuyer } from './bidder.tsx'
import card from './card.module.css'
import { HowDrawn } from './how-drawn.tsx'
import type { Giveaway } from './queries.ts'
import { ReadyDialog } from './ready-dialog.tsx'
import { onClock } from './times.ts'
import { isLacking } from './use-bidding.ts'
import { useEntering } from './use-entering.ts'
import { usePresentGiveaway } from './use-present-giveaway.ts'
import { useRest } from './use-rest.ts'
import { useMine } from './watched.ts'

/** Something that is given to one of those who are there. */
export function GiveawayCard() {
  const { t } = useTranslation('live')
  const giveaway = usePresentGiveaway()
  if (!giveaway) return null
  const { title, photo, state } = giveaway
  return (
    <Paper
      component="section"
      aria-label={`${t('giveaway.title')}: ${title}`}
      className={card.card}
      key={giveaway.id}
    >
      <Stack gap="xs">
        <Group gap="sm" wrap="nowrap" align="flex-start">
          <Thumb src={photo?.thumb ?? null} />
          <div className={card.title}>
            <Group gap="xs">
              <Badge leftSection={<IconGift size="0.875rem" aria-hidden />}>{t('giveaway.title')}</Badge>
              {state === 'open' && <Left giveaway={giveaway} />}
            </Group>
            {state === 'open' ? <Open giveaway={giveaway} /> : <Drawn giveaway={giveaway} />}
          </div>
          <HowDrawn giveaway={giveaway} />
        </Group>
        {state === 'open' && (
          <ForBuyer signIn="bidder.signInEnter">
            {(buyer) => <Enter key={buyer.id} giveaway={giveaway} buyer={buyer} />}
          </ForBuyer>
        )}
      </Stack>
    </Paper>
  )
}

function Left({ giveaway: { endsAt } }: { giveaway: Giveaway }) {
  const { t } = useTranslation('live')
  const rest = useRest(endsAt)
  return (
    <Text size="sm" role="timer">
      {rest > 0 ? t('giveaway.left', { left: onClock(rest) }) : t('giveaway.drawing')}
    </Text>
  )
}

function Open({ giveaway: { title, entries } }: { giveaway: Giveaway }) {
  const { t } = useTranslation('live')
  return (
    <>
      <Text fw={600} lineClamp={1} className="stagedoor-breaks">
        {title}
      </Text>
      <Text size="sm" c="dimmed">
        {t('giveaway.entries', { count: entries })}
      </Text>
    </>
  )
}

function Drawn({ giveaway: { state, title, winner, winnerName } }: { giveaway: Giveaway }) {
  const { t } = useTranslation('live')
  const mine = useMine()(winner)
  const words = { title, name: winnerName ?? '' }
  if (state === 'nobody') return <Text role="status">{t('giveaway.nobody', words)}</Text>
  return (
    <div role="status" className={card.turned}>
      <Group gap={6} wrap="nowrap" {...(mine && { c: 'amber.3' })}>
        {mine && <IconConfetti size="1.25rem" aria-hidden className="stagedoor-whole" />}
        <Text fw={650} className="stagedoor-breaks">
          {t(mine ? 'giveaway.youWon' : 'giveaway.winner', words)}
        </Text>
      </Group>
      {mine && <Text size="sm">{t('giveaway.youWonText')}</Text>}
    </div>
  )
}

function Enter({ giveaway, buyer }: { giveaway: Giveaway; buyer: Account }) {
  const { t } = useTranslation('live')
  const words = useProblemText()
  const { isIn, entering } = useEntering(giveaway, buyer)
  const isOver = useRest(giveaway.endsAt) === 0
  if (isIn) {
    return (
      <Text size="sm" role="status">
        <strong>{t('giveaway.entered')}.</strong> {t('giveaway.enteredText')}
      </Text>
    )
  }
  return (
    <Stack gap="xs">
      <As />
      <Button loading={entering.isPending} disabled={isOver} onClick={() => entering.mutate()}>
        {t('giveaway.enter')}
      </Button>
      <Text size="xs" c="dimmed" visibleFrom="md">
        {t('giveaway.free')}
      </Text>
      {entering.error && !isLacking(entering.error) && (
        <Text size="sm" c="red" role="alert">
          {words(entering.error)}
        </Text>
      )}
      {isLacking(entering.error) && <ReadyDialog buyer={buyer} close={entering.reset} />}
    </Stack>
  )
}
