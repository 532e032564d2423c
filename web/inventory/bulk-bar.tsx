import { ActionBar, Button, Menu, Text } from '@mantine/core'
import { IconChevronUp } from '@tabler/icons-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { count } from '../formats.ts'
import { useNarrow } from '../shell/narrow.ts'
import { actsFor, type BulkAct } from './bulk.ts'
import { BulkDialog } from './bulk-dialog.tsx'
import type { Filters } from './filters.ts'
import type { Selection } from './use-selection.ts'

type Given = { selection: Selection; filters: Filters; hasMore: boolean }

/** What can be done to the products that are selected; nothing while none is. */
export function BulkBar({ selection, filters, hasMore }: Given) {
  const { t } = useTranslation('inventory')
  const [asked, setAsked] = useState<BulkAct>()
  const { selected, isEverything, isWhole, clear } = selection
  const number = selected.length
  const isNarrow = useNarrow()
  const canGoOn = isWhole && hasMore && !isEverything
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
          <Button size="compact-sm" variant="subtle" onClick={selection.chooseEverything}>
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
              <Menu.Item onClick={selection.chooseEverything}>{t('bulk.chooseEverything')}</Menu.Item>
            )}
            {actsFor(filters.status).map((act) => (
              <Menu.Item key={act} {...(act === 'archive' && { c: 'error' })} onClick={() => setAsked(act)}>
                {t(`bulk.act.${act}`)}
              </Menu.Item>
            ))}
          </Menu.Dropdown>
        </Menu>
        <ActionBar.CloseButton aria-label={t('bulk.clear')} />
      </ActionBar>
      {asked && (
        <BulkDialog
          act={asked}
          which={selection.which}
          who={
            isEverything && hasMore
              ? t('bulk.whoAll')
              : t('bulk.who', { count: number, shown: count(number) })
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
