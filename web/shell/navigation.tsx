import { Group, Stack, Text } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { useAccount, useMay } from './account.ts'
import { LinkArea, LinkNav } from './links.tsx'
import { pages } from './pages.ts'

function useVisible() {
  const may = useMay()
  return pages.filter(({ permission }) => !permission || may(permission))
}

/** Only what the role may use: what it may not is absent, not greyed. */
export function SideNavigation() {
  const { t } = useTranslation('shell')
  const { id } = useAccount()
  return (
    <Stack gap={4} className="stagedoor-side">
      {useVisible().map(({ key, to, icon: Icon }) => (
        <LinkNav
          key={key}
          to={to}
          params={{ account: id }}
          label={t(`nav.${key}`)}
          leftSection={<Icon size="1.25rem" stroke={1.75} aria-hidden />}
          activeOptions={{ exact: key === 'home' }}
          activeProps={{ active: true, 'aria-current': 'page' }}
        />
      ))}
    </Stack>
  )
}

/** The same pages under the thumb, on a narrow screen. */
export function BottomNavigation() {
  const { t } = useTranslation('shell')
  const { id } = useAccount()
  return (
    <Group grow h="100%" gap={0} wrap="nowrap">
      {useVisible().map(({ key, to, icon: Icon }) => (
        <LinkArea
          key={key}
          to={to}
          params={{ account: id }}
          className="stagedoor-tab"
          activeOptions={{ exact: key === 'home' }}
          activeProps={{ 'aria-current': 'page' }}
        >
          <Icon size="1.375rem" stroke={1.75} aria-hidden />
          <Text size="xs">{t(`nav.${key}`)}</Text>
        </LinkArea>
      ))}
    </Group>
  )
}
