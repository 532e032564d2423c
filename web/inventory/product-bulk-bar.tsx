import { ActionBar, Button, Menu, Text } from '@mantine/core'
import { IconChevronUp } from '@tabler/icons-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { formatNumber } from '../i18n/formats.ts'
import { useIsNarrow } from '../ui/use-breakpoint.ts'
import { bulkActionsFor, type ProductBulkAction } from './product-bulk-actions.ts'
import { ProductBulkDialog } from './product-bulk-dialog.tsx'
import type { ProductFilters } from './product-filters.ts'
import type { ProductSelection } from './use-product-selection.ts'

type Given = { selection: ProductSelection; filters: ProductFilters; hasMore: boolean }

/** The bulk actions for the selected products; shows nothing while none is selected. */
export function ProductBulkBar({ selection, filters, hasMore }: Given) {
  const { t } = useTranslation('inventory')
  const [asked, setAsked] = useState<ProductBulkAction>()
  const { selected, isEverything, isAll, clear } = selection
  const number = selected.length
  const isNarrow = useIsNarrow()
  const canGoOn = isAll && hasMore && !isEverything
  return (
    <>
      <ActionBar
        opened={number > 0}
        onClose={clear}
        closeOnEscape={!asked}
        aria-label={t('bulk.label')}
        position={{ bottom: 'var(--stagedoor-above)', left: 0, right: 0 }}
      >
        <Text size="sm" fw={600} className="stagedoor-whole">
          {isEverything && hasMore ? t('bulk.everything') : t('bulk.selected', { count: number })}
        </Text>
        {canGoOn && !isNarrow && (
          <Button size="compact-sm" variant="subtle" onClick={selection.selectEverything}>
            {t('bulk.chooseEverything')}
          </Button>
        )}
        <ActionBar.Divider />
        <Menu position="top-end">
          <Menu.Target>
            <Button size="compact-sm" rightSection={<IconChevronUp size="1rem" aria-hidden />}>
              {t('bulk.change')}
            </Button>
          </Menu.Target>
          <Menu.Dropdown>
            {canGoOn && isNarrow && (
              <Menu.Item onClick={selection.selectEverything}>{t('bulk.chooseEverything')}</Menu.Item>
            )}
            {bulkActionsFor(filters.status).map((act) => (
              <Menu.Item key={act} {...(act === 'archive' && { c: 'error' })} onClick={() => setAsked(act)}>
                {t(`bulk.act.${act}`)}
              </Menu.Item>
            ))}
          </Menu.Dropdown>
        </Menu>
        <ActionBar.CloseButton aria-label={t('bulk.clear')} />
      </ActionBar>
      {asked && (
        <ProductBulkDialog
          act={asked}
          which={selection.which}
          who={
            isEverything && hasMore
              ? t('bulk.whoAll')
              : t('bulk.who', { count: number, shown: formatNumber(number) })
          }
          close={() => setAsked(undefined)}
          begun={() => {
            setAsked(undefined)
            clear()
          }}
        />
      )}
    </>
  )
}
