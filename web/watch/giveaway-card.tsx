import { Badge, Button, Group, Paper, Stack, Text } from '@mantine/core'
import { IconConfetti, IconGift } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import type { Account } from '../session/me-queries.ts'
import { useProblemText } from '../ui/problem-alert.tsx'
import { Thumbnail } from '../ui/thumbnail.tsx'
import { formatMinutesSeconds } from './auction-times.ts'
import { BiddingSetupDialog } from './bidding-setup-dialog.tsx'
import { DrawProof } from './draw-proof.tsx'
import { BuyerAccountSelect, RequireBuyer } from './require-buyer.tsx'
import { useCountdown } from './use-countdown.ts'
import { useCurrentGiveaway } from './use-current-giveaway.ts'
import { useEnterGiveaway } from './use-enter-giveaway.ts'
import { isBidderNotReady } from './use-place-bid.ts'
import card from './watch-card.module.css'
import { useOwnBuyer } from './watch-context.ts'
import type { PublicGiveaway } from './watch-queries.ts'

/** The open giveaway, or the result of the last one. */
export function GiveawayCard() {
  const { t } = useTranslation('watch')
  const giveaway = useCurrentGiveaway()
  if (!giveaway) return null
  const { title, photo, status } = giveaway
  return (
    <Paper
      component="section"
      aria-label={`${t('giveaway.title')}: ${title}`}
      className={card.card}
      key={giveaway.id}
    >
      <Stack gap="xs">
        <Group gap="sm" wrap="nowrap" align="flex-start">
          <Thumbnail src={photo?.thumb ?? null} />
          <div className={card.title}>
            <Group gap="xs">
              <Badge leftSection={<IconGift size="0.875rem" aria-hidden />}>{t('giveaway.title')}</Badge>
              {status === 'open' && <Left giveaway={giveaway} />}
            </Group>
            {status === 'open' ? <Open giveaway={giveaway} /> : <Drawn giveaway={giveaway} />}
          </div>
          <DrawProof giveaway={giveaway} />
        </Group>
        {status === 'open' && (
          <RequireBuyer signIn="bidder.signInEnter">
            {(buyer) => <Enter key={buyer.id} giveaway={giveaway} buyer={buyer} />}
          </RequireBuyer>
        )}
      </Stack>
    </Paper>
  )
}

function Left({ giveaway: { endsAt } }: { giveaway: PublicGiveaway }) {
  const { t } = useTranslation('watch')
  const rest = useCountdown(endsAt)
  return (
    <Text size="sm" role="timer">
      {rest > 0 ? t('giveaway.left', { left: formatMinutesSeconds(rest) }) : t('giveaway.drawing')}
    </Text>
  )
}

function Open({ giveaway: { title, entries } }: { giveaway: PublicGiveaway }) {
  const { t } = useTranslation('watch')
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

function Drawn({ giveaway: { status, title, winner, winnerName } }: { giveaway: PublicGiveaway }) {
  const { t } = useTranslation('watch')
  const ownBuyer = useOwnBuyer()(winner)
  const words = { title, name: winnerName ?? '' }
  if (status === 'nobody') return <Text role="status">{t('giveaway.nobody', words)}</Text>
  return (
    <div role="status" className={card.turned}>
      <Group gap={6} wrap="nowrap" {...(ownBuyer && { c: 'amber.3' })}>
        {ownBuyer && <IconConfetti size="1.25rem" aria-hidden className="stagedoor-whole" />}
        <Text fw={650} className="stagedoor-breaks">
          {t(ownBuyer ? 'giveaway.youWon' : 'giveaway.winner', words)}
        </Text>
      </Group>
      {ownBuyer && <Text size="sm">{t('giveaway.youWonText')}</Text>}
    </div>
  )
}

function Enter({ giveaway, buyer }: { giveaway: PublicGiveaway; buyer: Account }) {
  const { t } = useTranslation('watch')
  const words = useProblemText()
  const { isIn, entering } = useEnterGiveaway(giveaway, buyer)
  const isOver = useCountdown(giveaway.endsAt) === 0
  if (isIn) {
    return (
      <Text size="sm" role="status">
        <strong>{t('giveaway.entered')}.</strong> {t('giveaway.enteredText')}
      </Text>
    )
  }
  return (
    <Stack gap="xs">
      <BuyerAccountSelect />
      <Button loading={entering.isPending} disabled={isOver} onClick={() => entering.mutate()}>
        {t('giveaway.enter')}
      </Button>
      <Text size="xs" c="dimmed" visibleFrom="md">
        {t('giveaway.free')}
      </Text>
      {entering.error && !isBidderNotReady(entering.error) && (
        <Text size="sm" c="red" role="alert">
          {words(entering.error)}
        </Text>
      )}
      {isBidderNotReady(entering.error) && <BiddingSetupDialog buyer={buyer} close={entering.reset} />}
    </Stack>
  )
}
