import { Badge, Button, CloseButton, Group, Stack, Text } from '@mantine/core'
import { IconRefresh } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import { formatMoney } from '../../i18n/money.ts'
import { useMay } from '../../session/account-context.ts'
import type { Show } from '../../shows/show-queries.ts'
import { LinkAnchor } from '../../ui/links.tsx'
import type { ShowRef, StudioAuction } from '../broadcast/studio-queries.ts'
import { BlockBidder } from './block-bidder.tsx'
import type { AuctionItem } from './start-auction-dialog.tsx'

type Given = {
  auction: StudioAuction
  show: Show
  of: ShowRef
  again: (item: AuctionItem) => void
  close?: () => void
}

/** The result of an auction: the winner, the price and the status of the payment, and what to do if it failed. */
export function AuctionResult({ auction, show, of, again, close }: Given) {
  const { t } = useTranslation(['studio', 'layout'])
  const { title, product, price, currency, leaderName, payment, startingBid } = auction
  const isSold = auction.status === 'sold'
  const isFailed = payment === 'failed'
  const what = { name: leaderName ?? '', price: formatMoney(price ?? 0, currency) }
  return (
    <Group justify="space-between" wrap="nowrap" align="flex-start" gap="sm">
      <Stack gap={4} miw={0} flex={1}>
        <Text size="sm" c="dimmed" className="stagedoor-breaks">
          {title}
        </Text>
        <Group gap="xs">
          <Text fw="bold">{isSold ? t('result.sold', what) : t('result.unsold')}</Text>
          {isSold && payment !== 'none' && <Payment of={of} auction={auction} />}
        </Group>
        {isFailed && (
          <Text size="sm" role="alert">
            {t('result.declined', what)}
          </Text>
        )}
        {(!isSold || isFailed) && (
          <Group gap="xs">
            <Button
              size="compact-md"
              variant="default"
              disabled={show.status !== 'live'}
              leftSection={<IconRefresh size="1rem" aria-hidden />}
              onClick={() => again({ product, title, startingBid })}
            >
              {t('result.again')}
            </Button>
            {isFailed && <BlockBidder of={of} name={leaderName ?? ''} />}
          </Group>
        )}
      </Stack>
      {close && <CloseButton aria-label={t('layout:form.close')} onClick={close} />}
    </Group>
  )
}

const colors = { paid: 'green', waiting: 'amber', failed: 'red', none: 'gray' } as const

/** The order of the win, for members who ship. */
function Payment({ of, auction: { payment, order } }: { of: ShowRef; auction: StudioAuction }) {
  const { t } = useTranslation('studio')
  const ships = useMay()('orders.fulfill')
  const words = t(`result.payment.${payment as 'paid' | 'waiting' | 'failed'}`)
  return (
    <>
      <Badge color={colors[payment]}>{words}</Badge>
      {ships && order && (
        <LinkAnchor
          size="sm"
          target="_blank"
          to="/dashboard/$account/orders/$order"
          params={{ account: of.account, order }}
        >
          {t('result.order')}
        </LinkAnchor>
      )}
    </>
  )
}
