import { ActionIcon, Menu, useMantineColorScheme } from '@mantine/core'
import { IconCheck, IconLanguage, IconMoon, IconSun, IconSunMoon } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import { languages } from '../../locales/index.ts'
import { language, setLanguage } from '../i18n.ts'

export const languageNames = { en: 'English', fr: 'Français' } as const

const schemes = [
  ['light', IconSun],
  ['dark', IconMoon],
  ['auto', IconSunMoon],
] as const

const tick = (shown: boolean) => (shown ? <IconCheck size="1rem" aria-hidden /> : null)

/** The languages as items of a menu. `chosen` is told, so that the dashboard can remember it for the person. */
export function LanguageItems({ chosen }: { chosen?: (next: (typeof languages)[number]) => void }) {
  useTranslation('shell')
  return languages.map((one) => (
    <Menu.Item
      key={one}
      lang={one}
      role="menuitemradio"
      aria-checked={one === language()}
      rightSection={tick(one === language())}
      onClick={() => {
        setLanguage(one)
        chosen?.(one)
      }}
    >
      {languageNames[one]}
    </Menu.Item>
  ))
}

export function SchemeItems() {
  const { t } = useTranslation('shell')
  const { colorScheme, setColorScheme } = useMantineColorScheme()
  return schemes.map(([scheme, Icon]) => (
    <Menu.Item
      key={scheme}
      role="menuitemradio"
      aria-checked={scheme === colorScheme}
      leftSection={<Icon size="1rem" aria-hidden />}
      rightSection={tick(scheme === colorScheme)}
      onClick={() => setColorScheme(scheme)}
    >
      {t(`scheme.${scheme}`)}
    </Menu.Item>
  ))
}

/** The two choices every page offers, signed in or not. */
export function Preferences() {
  const { t } = useTranslation('shell')
  return (
    <>
      <Menu>
        <Menu.Target>
          <ActionIcon aria-label={t('language')}>
            <IconLanguage aria-hidden />
          </ActionIcon>
        </Menu.Target>
        <Menu.Dropdown>
          <LanguageItems />
        </Menu.Dropdown>
      </Menu>
      <Menu>
        <Menu.Target>
          <ActionIcon aria-label={t('scheme.label')}>
            <IconSunMoon aria-hidden />
          </ActionIcon>
        </Menu.Target>
        <Menu.Dropdown>
          <SchemeItems />
        </Menu.Dropdown>
      </Menu>
    </>
  )
}
