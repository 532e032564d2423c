import { Avatar, Menu, Stack, Text, UnstyledButton, VisuallyHidden } from '@mantine/core'
import { IconBroadcast, IconDevices, IconHelp, IconLogout, IconSettings } from '@tabler/icons-react'
import { useMutation } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import type { Language } from '../../locales/index.ts'
import { call } from '../api.ts'
import { auth } from '../auth.ts'
import { lent } from './lent.ts'
import { LinkItem } from './links.tsx'
import { LanguageItems, SchemeItems } from './preferences.tsx'
import { useMe } from './session.ts'

/** The person at the keyboard: their settings, their language and theme, and the way out. */
export function PersonMenu({ account }: { account: string | undefined }) {
  const { t } = useTranslation('shell')
  const { person } = useMe()
  const remember = useMutation({
    mutationFn: (language: Language) => call('PATCH /me', { input: { language } }),
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
        <LinkItem to="/shows" leftSection={<IconBroadcast size="1rem" aria-hidden />}>
          {t('person.shows')}
        </LinkItem>
        <LinkItem to="/help/team-permissions" leftSection={<IconHelp size="1rem" aria-hidden />}>
          {t('person.help')}
        </LinkItem>
        <Menu.Divider />
        <Menu.Label>{t('language')}</Menu.Label>
        <LanguageItems chosen={(language) => remember.mutate(language)} />
        <Menu.Label>{t('scheme.label')}</Menu.Label>
        <SchemeItems />
        <Menu.Divider />
        <SignOut />
      </Menu.Dropdown>
    </Menu>
  )
}

function SettingsItems({ account }: { account: string }) {
  const { t } = useTranslation('shell')
  return (
    <>
      <Menu.Divider />
      <LinkItem
        to="/dashboard/$account/settings/account"
        params={{ account }}
        leftSection={<IconSettings size="1rem" aria-hidden />}
      >
        {t('person.account')}
      </LinkItem>
      <LinkItem
        to="/dashboard/$account/settings/sessions"
        params={{ account }}
        leftSection={<IconDevices size="1rem" aria-hidden />}
      >
        {t('person.sessions')}
      </LinkItem>
    </>
  )
}

function SignOut() {
  const { t } = useTranslation('shell')
  const signOut = useMutation({
    mutationFn: () => auth('sign-out', {}),
    // A whole new page: nothing that was read for one person stays for the next.
    onSuccess: () => {
      lent.signedOut?.()
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
