import { ActionIcon, Menu } from '@mantine/core'
import { IconArchive, IconArchiveOff, IconDots } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import type { Product } from './product-queries.ts'
import { useArchiveProduct } from './use-archive-product.ts'

export function ProductMenu({ product }: { product: Product }) {
  const { t } = useTranslation(['inventory', 'team'])
  const { archive, restore } = useArchiveProduct(product)
  const isArchived = product.status === 'archived'
  const [act, Icon] = isArchived ? [restore, IconArchiveOff] : [archive, IconArchive]
  return (
    <Menu position="bottom-end">
      <Menu.Target>
        <ActionIcon aria-label={t('team:menu.label', { name: product.title })}>
          <IconDots aria-hidden />
        </ActionIcon>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Item leftSection={<Icon size="1rem" aria-hidden />} onClick={() => act.mutate()}>
          {t(isArchived ? 'restore' : 'archive')}
        </Menu.Item>
      </Menu.Dropdown>
    </Menu>
  )
}
