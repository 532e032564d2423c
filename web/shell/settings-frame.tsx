import { Group, Stack } from '@mantine/core'
import { Outlet } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { useAccount, useMay } from './account.ts'
import { useCurrentInView } from './in-view.ts'
import { LinkArea } from './links.tsx'
import { settingsPages } from './pages.ts'

/** The settings' pages, each a link away from the others. */
export function SettingsFrame() {
  const { t } = useTranslation('shell')
  const { id } = useAccount()
  const may = useMay()
  const row = useCurrentInView()
  const visible = settingsPages.filter(({ permission }) => !permission || may(permission))
  return (
    <Stack gap="lg">
      <Group
        ref={row}
        component="nav"
        aria-label={t('settings.label')}
        gap={0}
        wrap="nowrap"
        className="stagedoor-tabs"
      >
        {visible.map(({ key, to }) => (
          <LinkArea
            key={key}
            to={to}
            params={{ account: id }}
            activeOptions={{ includeSearch: false }}
            activeProps={{ 'aria-current': 'page' }}
          >
            {t(`settings.${key}`)}
          </LinkArea>
        ))}
      </Group>
      <Outlet />
    </Stack>
  )
}
