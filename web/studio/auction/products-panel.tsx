import { EmptyState, Stack } from '@mantine/core'
import { IconShoppingBag } from '@tabler/icons-react'
import { useSuspenseQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useMay } from '../../session/account-context.ts'
import { isShowOver, type LineupItem, lineupQuery } from '../../shows/show-queries.ts'
import { QueryBoundary } from '../../ui/query-boundary.tsx'
import type { StudioState } from '../broadcast/use-studio.ts'
import { AuctionResults } from './auction-results.tsx'
import { StudioProductRow } from './product-row.tsx'
import { QuickAddProduct } from './quick-add.tsx'
import { type AuctionItem, StartAuctionDialog } from './start-auction-dialog.tsx'
import { StartGiveawayDialog } from './start-giveaway-dialog.tsx'

/** The lineup, with buttons to auction or give away a product. */
export const ProductsPanel = ({ studio }: { studio: StudioState }) => (
  <QueryBoundary>
    <Products studio={studio} />
  </QueryBoundary>
)

function Products({ studio: { show, of } }: { studio: StudioState }) {
  const { items } = useSuspenseQuery(lineupQuery(of.account, of.show)).data
  const [auctioned, auction] = useState<AuctionItem>()
  const [given, give] = useState<LineupItem>()
  const manages = useMay()('shows.manage')
  const isOver = isShowOver(show)
  return (
    <Stack gap="lg">
      {manages && !isOver && <QuickAddProduct of={of} lineup={items} />}
      {items.length === 0 ? (
        <Nothing />
      ) : (
        <ul className="stagedoor-rows">
          {items.map((item) => (
            <StudioProductRow
              key={item.product}
              item={item}
              currency={show.currency}
              isLive={show.status === 'live'}
              auction={() => auction({ ...item, startingBid: item.price })}
              give={() => give(item)}
            />
          ))}
        </ul>
      )}
      <AuctionResults show={show} of={of} again={auction} />
      {auctioned && (
        <StartAuctionDialog
          of={of}
          currency={show.currency}
          item={auctioned}
          close={() => auction(undefined)}
        />
      )}
      {given && <StartGiveawayDialog of={of} item={given} close={() => give(undefined)} />}
    </Stack>
  )
}

function Nothing() {
  const { t } = useTranslation('studio')
  return (
    <EmptyState
      py="md"
      icon={<IconShoppingBag aria-hidden />}
      title={t('products.empty.title')}
      description={t('products.empty.text')}
    />
  )
}
