import { Stack, Tabs } from '@mantine/core'
import { type ReactNode, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useMay } from '../session/account-context.ts'
import type { Show } from '../shows/show-queries.ts'
import { useIsNarrow } from '../ui/use-breakpoint.ts'
import { CurrentAuction } from './auction/current-auction.tsx'
import { ProductsPanel } from './auction/products-panel.tsx'
import classes from './broadcast/studio.module.css'
import { useConfirmLeave } from './broadcast/use-confirm-leave.ts'
import { useStudio } from './broadcast/use-studio.ts'
import { useStudioEvents } from './broadcast/use-studio-events.ts'
import { ChatPanel } from './chat/chat-panel.tsx'
import { ControlsPanel } from './controls-panel.tsx'
import { LeaveStudioDialog } from './leave-studio-dialog.tsx'
import { StudioPicture } from './picture/studio-picture.tsx'
import { PrimaryAction } from './primary-action.tsx'
import { StudioAlerts } from './studio-alerts.tsx'
import { StudioHeader } from './studio-header.tsx'

/** The video with the auction, and the panels below; the chat is beside them on wide screens. */
export function Studio({ show }: { show: Show }) {
  const studio = useStudio(show)
  const isAway = useStudioEvents(studio.of.account, show.id)
  const leaving = useConfirmLeave(studio.air.isOn)
  const hasChat = useMay()('shows.chat')
  const isNarrow = useIsNarrow('md')
  const stage = useRef<HTMLDivElement>(null)
  const chat = hasChat && <ChatPanel show={show} />
  return (
    <Stack gap="md">
      <StudioHeader show={show} />
      <StudioAlerts studio={studio} isAway={isAway} />
      <div className={classes.studio}>
        <Stack gap="md">
          <Stack gap="xs" className={classes.stage} ref={stage}>
            {studio.phase !== 'over' && <StudioPicture studio={studio} />}
            <CurrentAuction studio={studio} />
          </Stack>
          <PrimaryAction studio={studio} />
          <Panels
            products={<ProductsPanel studio={studio} />}
            controls={<ControlsPanel studio={studio} />}
            chat={isNarrow && chat}
            // On narrow screens, scrolls so that the chosen panel is visible below the video.
            chosen={() => isNarrow && stage.current?.scrollIntoView({ block: 'start' })}
          />
        </Stack>
        {!isNarrow && chat && <div className={classes.aside}>{chat}</div>}
      </div>
      <LeaveStudioDialog air={studio.air} leaving={leaving} />
    </Stack>
  )
}

type Panel = 'products' | 'chat' | 'controls'
type Given = Record<Panel, ReactNode> & { chosen: () => void }

function Panels({ products, controls, chat, chosen }: Given) {
  const { t } = useTranslation('studio')
  const [present, choose] = useState<Panel>('products')
  const panels: [Panel, ReactNode][] = [
    ['products', products],
    ['chat', chat],
    ['controls', controls],
  ]
  const shown = panels.filter(([, panel]) => panel)
  const open = shown.some(([name]) => name === present) ? present : 'products'
  const change = (next: string | null) => {
    choose(next as Panel)
    chosen()
  }
  return (
    <Tabs value={open} onChange={change} keepMounted={false}>
      <Tabs.List grow aria-label={t('panels.label')}>
        {shown.map(([name]) => (
          <Tabs.Tab key={name} value={name}>
            {t(`panels.${name}`)}
          </Tabs.Tab>
        ))}
      </Tabs.List>
      {shown.map(([name, panel]) => (
        <Tabs.Panel key={name} value={name} pt="md">
          {panel}
        </Tabs.Panel>
      ))}
    </Tabs>
  )
}
