import { Alert, Button, Fieldset, Grid, Stack } from '@mantine/core'
import { IconArchive, IconArchiveOff } from '@tabler/icons-react'
import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useParams } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { call } from '../api.ts'
import { useAccount } from '../shell/account.ts'
import { PageHead } from '../shell/page-head.tsx'
import { ProblemAlert } from '../shell/problem-alert.tsx'
import { RowsSkeleton } from '../shell/rows-skeleton.tsx'
import { Section } from '../shell/section.tsx'
import { tell } from '../shell/told.ts'
import { BackToInventory } from './back.tsx'
import { PhotoSection } from './photo-section.tsx'
import { ProductForm } from './product-form.tsx'
import { inputOf, valuesOf } from './product-values.ts'
import { type Product, productOf } from './products.ts'
import { ShopLink } from './shop-link.tsx'
import { StatusBadge } from './status-badge.tsx'
import { StockSection } from './stock-section.tsx'
import { useArchive } from './use-archive.ts'

export function ProductPage() {
  const { t } = useTranslation('inventory')
  const { account, product } = useParams({ from: '/dashboard/$account/inventory/$product' })
  const { data, error, refetch } = useQuery(productOf(account, product))
  return (
    <Stack gap="lg">
      <BackToInventory />
      {data ? <Shown product={data} /> : <PageHead title={t('title')} />}
      {!data && (error ? <ProblemAlert problem={error} retry={refetch} /> : <RowsSkeleton of={3} />)}
    </Stack>
  )
}

function Shown({ product }: { product: Product }) {
  const { t } = useTranslation('inventory')
  const isArchived = product.status === 'archived'
  return (
    <>
      <PageHead
        title={product.title}
        lead={<StatusBadge product={product} />}
        actions={
          <>
            <ShopLink product={product} />
            <ArchiveButton product={product} />
          </>
        }
      />
      {isArchived && <Alert color="gray">{t('isArchived')}</Alert>}
      <Grid gap="xl">
        <Grid.Col span={{ base: 12, lg: 7 }}>
          <Stack gap="lg">
            <PhotoSection product={product} />
            <Section title={t('details')}>
              <Fieldset variant="unstyled" mx={0} miw={0} disabled={isArchived}>
                <Details key={product.updatedAt} product={product} />
              </Fieldset>
            </Section>
          </Stack>
        </Grid.Col>
        <Grid.Col span={{ base: 12, lg: 5 }}>
          <StockSection product={product} />
        </Grid.Col>
      </Grid>
    </>
  )
}

function Details({ product }: { product: Product }) {
  const { t } = useTranslation('inventory')
  const { id: account } = useAccount()
  const queries = useQueryClient()
  return (
    <ProductForm
      initialValues={valuesOf(product)}
      currency={product.currency}
      send={(values) =>
        call('PATCH /accounts/:account/products/:product', {
          params: { account, product: product.id },
          input: inputOf(values, product.currency),
        })
      }
      done={({ title }) => {
        tell(t('form.saved', { title }))
        return queries.invalidateQueries({ queryKey: [account, 'products'] })
      }}
    />
  )
}

function ArchiveButton({ product }: { product: Product }) {
  const { t } = useTranslation('inventory')
  const { archive, restore } = useArchive(product)
  const isArchived = product.status === 'archived'
  const [act, Icon] = isArchived ? [restore, IconArchiveOff] : [archive, IconArchive]
  return (
    <Button
      variant="default"
      leftSection={<Icon size="1.125rem" aria-hidden />}
      loading={act.isPending}
      onClick={() => act.mutate()}
    >
      {t(isArchived ? 'restore' : 'archive')}
    </Button>
  )
}
