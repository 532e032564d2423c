import { Avatar, Menu, Stack, Text, UnstyledButton, VisuallyHidden } from '@mantine/core'
import { IconBroadcast, IconDevices, IconHelp, IconLogout, IconSettings } from '@tabler/icons-react'
import { useMutation } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import type { Language } from '../../locales/index.ts'
import { callApi } from '../data/api.ts'
import { callAuth } from '../data/auth-api.ts'
import { useMe } from '../session/me-queries.ts'
import { LinkMenuItem } from '../ui/links.tsx'
import { ColorSchemeMenuItems, LanguageMenuItems } from './preferences-menu.tsx'
import { useSlots } from './slots.ts'

/** The menu of the signed-in person: settings, language, theme, and signing out. */
export function PersonMenu({ account }: { account: string | undefined }) {
  const { t } = useTranslation('layout')
  const { person } = useMe()
  const remember = useMutation({
    mutationFn: (language: Language) => callApi('PATCH /me', { input: { language } }),
  })
  return (
    <Menu position="bottom-end" width="var(--stagedoor-menu)">
      <Menu.Target>
        <UnstyledButton className="stagedoor-person">
          <VisuallyHidden>{t('person.label', { name: person.name })}</VisuallyHidden>
          <Avatar aria-hidden name={person.name} color="gray" size="md" />
        </UnstyledButton>
      </Menu.Target>
      <Menu.Dropdown>
        <Stack gap={0} px="sm" py="xs">
          <Text size="sm" fw={600} truncate>
            {person.name}
          </Text>
          <Text size="xs" c="dimmed" truncate>
            {person.email}
          </Text>
        </Stack>
        {account && <SettingsItems account={account} />}
        <LinkMenuItem to="/shows" leftSection={<IconBroadcast size="1rem" aria-hidden />}>
          {t('person.shows')}
        </LinkMenuItem>
        <LinkMenuItem to="/help/team-permissions" leftSection={<IconHelp size="1rem" aria-hidden />}>
          {t('person.help')}
        </LinkMenuItem>
        <Menu.Divider />
        <Menu.Label>{t('language')}</Menu.Label>
        <LanguageMenuItems chosen={(language) => remember.mutate(language)} />
        <Menu.Label>{t('scheme.label')}</Menu.Label>
        <ColorSchemeMenuItems />
        <Menu.Divider />
        <SignOut />
      </Menu.Dropdown>
    </Menu>
  )
}

function SettingsItems({ account }: { account: string }) {
  const { t } = useTranslation('layout')
  return (
    <>
      <Menu.Divider />
      <LinkMenuItem
        to="/dashboard/$account/settings/account"
        params={{ account }}
        leftSection={<IconSettings size="1rem" aria-hidden />}
      >
        {t('person.account')}
      </LinkMenuItem>
      <LinkMenuItem
        to="/dashboard/$account/settings/sessions"
        params={{ account }}
        leftSection={<IconDevices size="1rem" aria-hidden />}
      >
        {t('person.sessions')}
      </LinkMenuItem>
    </>
  )
}

function SignOut() {
  const { t } = useTranslation('layout')
  const { onSignedOut } = useSlots()
  const signOut = useMutation({
    mutationFn: () => callAuth('sign-out', {}),
    // The page is loaded completely, so that no data of one person stay for the next.
    onSuccess: () => {
      onSignedOut()
      window.location.assign('/')
    },
  })
  return (
    <Menu.Item
      leftSection={<IconLogout size="1rem" aria-hidden />}
      disabled={signOut.isPending}
      onClick={() => signOut.mutate()}
    >
      {t('person.signOut')}
    </Menu.Item>
  )
}
