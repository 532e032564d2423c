import { EmptyState, Stack } from '@mantine/core'
import { IconShoppingBag } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useMay } from '../shell/account.ts'
import { ProblemAlert } from '../shell/problem-alert.tsx'
import { RowsSkeleton } from '../shell/rows-skeleton.tsx'
import { type LineupItem, lineupOf } from '../shows/shows.ts'
import { AuctionDialog, type Auctioned } from './auction-dialog.tsx'
import { GiveawayDialog } from './giveaway-dialog.tsx'
import { ProductRow } from './product-row.tsx'
import { QuickAdd } from './quick-add.tsx'
import { Results } from './results.tsx'
import type { StudioState } from './use-studio.ts'

/** What the show sells, in its order: to be auctioned or given away, one after the other. */
export function ProductsPanel({ studio: { show, of } }: { studio: StudioState }) {
  const query = useQuery(lineupOf(of.account, of.show))
  const [auctioned, auction] = useState<Auctioned>()
  const [given, give] = useState<LineupItem>()
  const manages = useMay()('shows.manage')
  const isOver = show.state === 'ended' || show.state === 'cancelled'
  if (query.isPending) return <RowsSkeleton />
  if (!query.data) return <ProblemAlert problem={query.error} retry={query.refetch} />
  const { items } = query.data
  return (
    <Stack gap="lg">
      {manages && !isOver && <QuickAdd of={of} lineup={items} />}
      {items.length === 0 ? (
        <Nothing />
      ) : (
        <ul className="stagedoor-rows">
          {items.map((item) => (
            <ProductRow
              key={item.product}
              item={item}
              currency={show.currency}
              isLive={show.state === 'live'}
              auction={() => auction({ ...item, startingBid: item.price })}
              give={() => give(item)}
            />
          ))}
        </ul>
      )}
      <Results show={show} of={of} again={auction} />
      {auctioned && (
        <AuctionDialog of={of} currency={show.currency} item={auctioned} close={() => auction(undefined)} />
      )}
      {given && <GiveawayDialog of={of} item={given} close={() => give(undefined)} />}
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
