import { Group, Menu, Stack, Text, UnstyledButton } from '@mantine/core'
import { IconDots } from '@tabler/icons-react'
import { useMatchRoute } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { useAccount, useMay } from '../session/account-context.ts'
import { LinkArea, LinkMenuItem, LinkNavItem } from '../ui/links.tsx'
import { navigationItems } from './navigation-items.ts'
import { useSlots } from './slots.ts'

type Key = (typeof navigationItems)[number]['key']
type Pages = ReturnType<typeof useVisible>

function useVisible() {
  const may = useMay()
  return navigationItems.filter(({ permission }) => !permission || may(permission))
}

/** The number of things that wait on a page; shows nothing if it is 0. */
function Waiting({ in: key }: { in: Key }) {
  const Count = useSlots().counts[key]
  return Count && <Count />
}

/** The pages that the role may use. Others are left out, not disabled. */
export function SideNavigation() {
  const { t } = useTranslation('layout')
  const { id } = useAccount()
  return (
    <Stack gap={4} className="stagedoor-side">
      {useVisible().map(({ key, to, icon: Icon }) => (
        <LinkNavItem
          key={key}
          to={to}
          params={{ account: id }}
          label={t(`nav.${key}`)}
          leftSection={<Icon size="1.25rem" stroke={1.75} aria-hidden />}
          rightSection={<Waiting in={key} />}
          activeOptions={{ exact: key === 'home' }}
          activeProps={{ active: true, 'aria-current': 'page' }}
        />
      ))}
    </Stack>
  )
}

/**
 * The number of pages in the bottom bar. The rest is behind “More”, first of all the pages that are mostly used at a
 * desk.
 */
const most = 5
const atADesk: Key[] = ['inventory', 'reports', 'spending', 'settings']

/** The same pages at the bottom, on narrow screens. */
export function BottomNavigation() {
  const { t } = useTranslation('layout')
  const { id } = useAccount()
  const visible = useVisible()
  const first = visible.length > most ? forAThumb(visible) : visible
  return (
    <Group grow h="100%" gap={0} wrap="nowrap">
      {first.map(({ key, to, icon: Icon }) => (
        <LinkArea
          key={key}
          to={to}
          params={{ account: id }}
          className="stagedoor-tab"
          activeOptions={{ exact: key === 'home' }}
          activeProps={{ 'aria-current': 'page' }}
        >
          <Marked as={key}>
            <Icon size="1.375rem" stroke={1.75} aria-hidden />
          </Marked>
          <Text size="xs">{t(`nav.${key}`)}</Text>
        </LinkArea>
      ))}
      {first.length < visible.length && <Rest pages={visible.filter((page) => !first.includes(page))} />}
    </Group>
  )
}

function Marked({ as: key, children }: { as: Key; children: ReactNode }) {
  const Mark = useSlots().marks[key]
  return Mark ? <Mark>{children}</Mark> : children
}

function forAThumb(visible: Pages): Pages {
  const chosen = visible
    .toSorted((a, b) => atADesk.indexOf(a.key) - atADesk.indexOf(b.key))
    .slice(0, most - 1)
  return visible.filter((page) => chosen.includes(page))
}

function Rest({ pages }: { pages: Pages }) {
  const { t } = useTranslation('layout')
  const { id } = useAccount()
  const matches = useMatchRoute()
  const isHere = pages.some(({ to }) => matches({ to, params: { account: id }, fuzzy: true }))
  return (
    <Menu position="top-end">
      <Menu.Target>
        <UnstyledButton className="stagedoor-tab" {...(isHere && { 'aria-current': true })}>
          <IconDots size="1.375rem" stroke={1.75} aria-hidden />
          <Text size="xs">{t('nav.more')}</Text>
        </UnstyledButton>
      </Menu.Target>
      <Menu.Dropdown>
        {pages.map(({ key, to, icon: Icon }) => (
          <LinkMenuItem
            key={key}
            to={to}
            params={{ account: id }}
            leftSection={<Icon size="1.25rem" stroke={1.75} aria-hidden />}
            rightSection={<Waiting in={key} />}
          >
            {t(`nav.${key}`)}
          </LinkMenuItem>
        ))}
      </Menu.Dropdown>
    </Menu>
  )
}
