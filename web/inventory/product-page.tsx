import { Alert, Button, Fieldset, Grid, Stack } from '@mantine/core'
import { IconArchive, IconArchiveOff } from '@tabler/icons-react'
import { useQueryClient, useSuspenseQuery } from '@tanstack/react-query'
import { useParams } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { callApi } from '../data/api.ts'
import { productKeys } from '../data/query-keys.ts'
import { PageHeader } from '../layout/page-header.tsx'
import { useAccount } from '../session/account-context.ts'
import { Section } from '../ui/section.tsx'
import { showToast } from '../ui/toasts.ts'
import { BackToInventory } from './back-to-inventory.tsx'
import { PhotoSection } from './photo-section.tsx'
import { ProductForm } from './product-form.tsx'
import { toProductForm, toProductInput } from './product-form-values.ts'
import { type Product, productQuery } from './product-queries.ts'
import { ProductShopLink } from './product-shop-link.tsx'
import { ProductStatusBadge } from './product-status-badge.tsx'
import { StockSection } from './stock-section.tsx'
import { useArchiveProduct } from './use-archive-product.ts'

export function ProductPage() {
  const { account, product } = useParams({ from: '/dashboard/$account/inventory/$product' })
  const { data } = useSuspenseQuery(productQuery(account, product))
  return (
    <Stack gap="lg">
      <BackToInventory />
      <Shown product={data} />
    </Stack>
  )
}

function Shown({ product }: { product: Product }) {
  const { t } = useTranslation('inventory')
  const isArchived = product.status === 'archived'
  return (
    <>
      <PageHeader
        title={product.title}
        lead={<ProductStatusBadge product={product} />}
        actions={
          <>
            <ProductShopLink product={product} />
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
      initialValues={toProductForm(product)}
      currency={product.currency}
      send={(values) =>
        callApi('PATCH /accounts/:account/products/:product', {
          params: { account, product: product.id },
          input: toProductInput(values, product.currency),
        })
      }
      done={({ title }) => {
        showToast(t('form.saved', { title }))
        return queries.invalidateQueries({ queryKey: productKeys.all(account) })
      }}
    />
  )
}

function ArchiveButton({ product }: { product: Product }) {
  const { t } = useTranslation('inventory')
  const { archive, restore } = useArchiveProduct(product)
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
