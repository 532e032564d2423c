import { Button, Checkbox, EmptyState, Group, Stack, Text } from '@mantine/core'
import { IconPlus } from '@tabler/icons-react'
import { useDeferredValue, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { maxLineupProducts } from '../../src/shows/vocabulary.ts'
import { useItems } from '../data/use-items.ts'
import { formatMoney } from '../i18n/money.ts'
import { type Product, productsQuery } from '../inventory/product-queries.ts'
import { useAccount } from '../session/account-context.ts'
import { Dialog } from '../ui/dialog.tsx'
import { LinkButton } from '../ui/links.tsx'
import { LoadMore } from '../ui/load-more.tsx'
import { QueryBoundary } from '../ui/query-boundary.tsx'
import { SearchField } from '../ui/search-field.tsx'
import { Thumbnail } from '../ui/thumbnail.tsx'
import { showErrorToast } from '../ui/toasts.ts'
import type { LineupItem } from './show-queries.ts'

type Given = { items: LineupItem[]; change: (next: LineupItem[]) => void }

/** Adds products from the inventory to the show, several at once. */
export function AddProducts({ items, change }: Given) {
  const { t } = useTranslation('shows')
  const [isOpen, setOpen] = useState(false)
  return (
    <>
      <Button leftSection={<IconPlus size="1.125rem" aria-hidden />} onClick={() => setOpen(true)}>
        {t('lineup.add')}
      </Button>
      <Dialog opened={isOpen} onClose={() => setOpen(false)} title={t('add.title')} size="lg">
        <Chooser
          present={items.map(({ product }) => product)}
          add={(chosen) => {
            if (items.length + chosen.length > maxLineupProducts)
              return showErrorToast(t('add.tooMany', { most: maxLineupProducts }))
            change([...items, ...chosen.map(itemOf)])
            setOpen(false)
          }}
        />
      </Dialog>
    </>
  )
}

const itemOf = (product: Product): LineupItem => ({
  product: product.id,
  title: product.title,
  sku: product.sku,
  condition: product.condition,
  sale: product.sale,
  price: product.price,
  usualPrice: product.price,
  quantity: product.quantity,
  photo: product.photos[0] ?? null,
})

type Choosing = { present: string[]; add: (chosen: Product[]) => void }

/** What is chosen stays chosen while the search changes, and if it fails. */
function Chooser(given: Choosing) {
  const [search, setSearch] = useState('')
  const [chosen, setChosen] = useState<Product[]>([])
  return (
    <QueryBoundary>
      <Products
        {...given}
        search={useDeferredValue(search)}
        setSearch={setSearch}
        chosen={chosen}
        setChosen={setChosen}
      />
    </QueryBoundary>
  )
}

type Searching = Choosing & {
  search: string
  setSearch: (search: string) => void
  chosen: Product[]
  setChosen: (chosen: Product[]) => void
}

function Products({ present, add, search, setSearch, chosen, setChosen }: Searching) {
  const { t } = useTranslation('shows')
  const { id } = useAccount()
  const { items: products, pages } = useItems(
    productsQuery(id, { status: 'active', ...(search && { search }) }),
  )
  const set = (product: Product, isChosen: boolean) =>
    setChosen([...chosen.filter((one) => one.id !== product.id), ...(isChosen ? [product] : [])])
  if (products.length === 0 && !search) return <NothingThere />
  return (
    <Stack>
      <Group role="search">
        <SearchField label={t('add.search')} hint={t('add.searchHint')} asked={search} search={setSearch} />
      </Group>
      {products.length === 0 ? (
        <Text c="dimmed">{t('add.none')}</Text>
      ) : (
        <Stack component="ul" gap={0} className="stagedoor-rows" aria-label={t('add.title')}>
          {products.map((product) => (
            <li key={product.id}>
              <Choice
                product={product}
                isPresent={present.includes(product.id)}
                isChosen={chosen.some(({ id }) => id === product.id)}
                set={(isChosen) => set(product, isChosen)}
              />
            </li>
          ))}
        </Stack>
      )}
      <LoadMore of={pages} />
      <Group justify="flex-end">
        <Button disabled={chosen.length === 0} onClick={() => add(chosen)}>
          {chosen.length > 0 ? t('add.some', { count: chosen.length }) : t('add.confirm')}
        </Button>
      </Group>
    </Stack>
  )
}

type Choosable = {
  product: Product
  isPresent: boolean
  isChosen: boolean
  set: (isChosen: boolean) => void
}

function Choice({ product, isPresent, isChosen, set }: Choosable) {
  const { t } = useTranslation('shows')
  const facts = [
    isPresent && t('add.here'),
    formatMoney(product.price, product.currency),
    t('lineup.stock', { count: product.quantity }),
    product.sku,
  ]
  return (
    <Group gap="sm" wrap="nowrap">
      <Checkbox
        flex={1}
        label={product.title}
        description={facts.filter(Boolean).join(' · ')}
        disabled={isPresent}
        checked={isPresent || isChosen}
        onChange={({ currentTarget }) => set(currentTarget.checked)}
      />
      <Thumbnail src={product.photos[0]?.thumb ?? null} />
    </Group>
  )
}

function NothingThere() {
  const { t } = useTranslation('shows')
  const { id } = useAccount()
  return (
    <EmptyState title={t('add.empty')}>
      <EmptyState.Actions>
        <LinkButton to="/dashboard/$account/inventory/new" params={{ account: id }}>
          {t('add.first')}
        </LinkButton>
      </EmptyState.Actions>
    </EmptyState>
  )
}
