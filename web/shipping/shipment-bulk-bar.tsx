import { ActionBar, Button, Menu, Text } from '@mantine/core'
import { IconCheck, IconChevronUp, IconPrinter, IconTag } from '@tabler/icons-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useAccount } from '../session/account-context.ts'
import { ConfirmDialog } from '../ui/confirm-dialog.tsx'
import { useIsNarrow } from '../ui/use-breakpoint.ts'
import { type ShipmentBulkAction, shipmentPdfUrl, useStartShipmentTask } from './shipment-task-queries.ts'

const quick = ['packed', 'dropped_off'] as const
type Weighty = Extract<ShipmentBulkAction, 'label' | 'delivered'>

/** The bulk actions for the selected shipments; shows nothing while none is selected. */
export function ShipmentBulkBar({ shipments, clear }: { shipments: string[]; clear: () => void }) {
  const { t } = useTranslation('shipping')
  const { id: account } = useAccount()
  const [asked, setAsked] = useState<Weighty>()
  const begin = useStartShipmentTask(clear)
  const isNarrow = useIsNarrow()
  const count = shipments.length
  return (
    <>
      <ActionBar
        opened={count > 0}
        onClose={clear}
        closeOnEscape
        aria-label={t('bulk.label')}
        position={{ bottom: 'var(--stagedoor-above)', left: 0, right: 0 }}
      >
        <Text size="sm" fw={600} className="stagedoor-whole">
          {t('bulk.selected', { count })}
        </Text>
        <ActionBar.Divider />
        {!isNarrow && (
          <Button size="compact-md" onClick={() => setAsked('label')}>
            {t('bulk.act.label')}
          </Button>
        )}
        <Menu position="top-end">
          <Menu.Target>
            <Button
              size="compact-md"
              variant="default"
              loading={begin.isPending}
              rightSection={<IconChevronUp size="1rem" aria-hidden />}
            >
              {t(isNarrow ? 'bulk.acts' : 'bulk.more')}
            </Button>
          </Menu.Target>
          <Menu.Dropdown>
            {isNarrow && (
              <Menu.Item leftSection={<IconTag size="1rem" aria-hidden />} onClick={() => setAsked('label')}>
                {t('bulk.act.label')}
              </Menu.Item>
            )}
            {quick.map((act) => (
              <Menu.Item
                key={act}
                leftSection={<IconCheck size="1rem" aria-hidden />}
                onClick={() => begin.mutate({ act, shipments })}
              >
                {t(`bulk.act.${act}`)}
              </Menu.Item>
            ))}
            <Menu.Item
              leftSection={<IconCheck size="1rem" aria-hidden />}
              onClick={() => setAsked('delivered')}
            >
              {t('bulk.act.delivered')}
            </Menu.Item>
            <Menu.Divider />
            {(['labels', 'slips'] as const).map((kind) => (
              <Menu.Item
                key={kind}
                component="a"
                href={shipmentPdfUrl(account, kind, { ids: shipments.slice(0, 500) })}
                target="_blank"
                leftSection={<IconPrinter size="1rem" aria-hidden />}
              >
                {t(kind === 'labels' ? 'bulk.printLabels' : 'bulk.printSlips')}
              </Menu.Item>
            ))}
          </Menu.Dropdown>
        </Menu>
        <ActionBar.CloseButton aria-label={t('bulk.clear')} />
      </ActionBar>
      {asked && (
        <Sure
          act={asked}
          count={count}
          busy={begin.isPending}
          close={() => setAsked(undefined)}
          go={() => begin.mutate({ act: asked, shipments }, { onSettled: () => setAsked(undefined) })}
        />
      )}
    </>
  )
}

type SureGiven = { act: Weighty; count: number; busy: boolean; close: () => void; go: () => void }

/** Asks for confirmation: labels cost money, and a delivery cannot be undone. */
function Sure({ act, count, busy, close, go }: SureGiven) {
  const { t } = useTranslation('shipping')
  const { name: account } = useAccount()
  return (
    <ConfirmDialog
      title={t(`bulk.confirm.${act}`, { count })}
      text={t(`bulk.confirmText.${act}`, { account })}
      confirm={t(`bulk.act.${act}`)}
      busy={busy}
      close={close}
      act={go}
    />
  )
}
