import { keepPreviousData, useInfiniteQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { money } from '../money.ts'
import { useAccount } from '../shell/account.ts'
import { LinkAnchor } from '../shell/links.tsx'
import { ProblemAlert } from '../shell/problem-alert.tsx'
import { RowsSkeleton } from '../shell/rows-skeleton.tsx'
import { DownloadCsv } from './download-csv.tsx'
import { asQuery, type Period } from './period.ts'
import { Ranking } from './ranking.tsx'
import { productsOf } from './reports.ts'
import { WideSection } from './wide-section.tsx'

export function TopProducts({ period }: { period: Period }) {
  const { t } = useTranslation('reports')
  return (
    <WideSection
      beside
      title={t('products.title')}
      text={t('products.text')}
      actions={<DownloadCsv what="products" query={asQuery(period)} />}
    >
      <Products period={period} />
    </WideSection>
  )
}

function Products({ period }: { period: Period }) {
  const { t } = useTranslation('reports')
  const { id } = useAccount()
  const query = useInfiniteQuery({ ...productsOf(id, period), placeholderData: keepPreviousData })
  if (query.isPending) return <RowsSkeleton />
  if (!query.data) return <ProblemAlert problem={query.error} retry={query.refetch} />
  const ranked = query.data.pages
    .flatMap(({ items }) => items)
    .map(({ product, title, quantity, revenue, currency }) => ({
      key: product,
      name: <ProductName id={product} title={title} />,
      about: t('products.sold', { count: quantity }),
      amount: money(revenue, currency),
    }))
  return <Ranking label={t('products.title')} ranked={ranked} query={query} />
}

function ProductName({ id: product, title }: { id: string; title: string }) {
  const { id: account } = useAccount()
  return (
    <LinkAnchor
      to="/dashboard/$account/inventory/$product"
      params={{ account, product }}
      size="sm"
      c="bright"
      className="stagedoor-breaks"
    >
      {title}
    </LinkAnchor>
  )
}
