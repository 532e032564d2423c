import { Stack, Tabs } from '@mantine/core'
import { type ReactNode, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useMay } from '../shell/account.ts'
import { useNarrow } from '../shell/narrow.ts'
import type { Show } from '../shows/shows.ts'
import { Acts } from './acts.tsx'
import { ChatPanel } from './chat-panel.tsx'
import { ControlsPanel } from './controls-panel.tsx'
import { Happening } from './happening.tsx'
import { Head } from './head.tsx'
import { LeaveDialog } from './leave-dialog.tsx'
import { Notices } from './notices.tsx'
import { ProductsPanel } from './products-panel.tsx'
import { Stage } from './stage.tsx'
import classes from './studio.module.css'
import { useNews } from './use-news.ts'
import { useStaying } from './use-staying.ts'
import { useStudio } from './use-studio.ts'

/** The picture and what goes on above, what to do with it below; the chat beside them, where there is room. */
export function Studio({ show }: { show: Show }) {
  const studio = useStudio(show)
  const isAway = useNews(studio.of.account, show.id)
  const leaving = useStaying(studio.air.isOn)
  const hasChat = useMay()('shows.chat')
  const isNarrow = useNarrow('md')
  const stage = useRef<HTMLDivElement>(null)
  const chat = hasChat && <ChatPanel show={show} />
  return (
    <Stack gap="md">
      <Head show={show} />
      <Notices studio={studio} isAway={isAway} />
      <div className={classes.studio}>
        <Stack gap="md">
          <Stack gap="xs" className={classes.stage} ref={stage}>
            {studio.phase !== 'over' && <Stage studio={studio} />}
            <Happening studio={studio} />
          </Stack>
          <Acts studio={studio} />
          <Panels
            products={<ProductsPanel studio={studio} />}
            controls={<ControlsPanel studio={studio} />}
            chat={isNarrow && chat}
            // On a phone, what was chosen comes up below the picture.
            chosen={() => isNarrow && stage.current?.scrollIntoView({ block: 'start' })}
          />
        </Stack>
        {!isNarrow && chat && <div className={classes.aside}>{chat}</div>}
      </div>
      <LeaveDialog air={studio.air} leaving={leaving} />
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
