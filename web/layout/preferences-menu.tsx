import { ActionIcon, Menu, useMantineColorScheme } from '@mantine/core'
import { IconLanguage, IconMoon, IconSun, IconSunMoon } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import { type Language, languages } from '../../locales/index.ts'
import { setLanguage } from '../i18n/i18n.ts'

export const languageNames = { en: 'English', fr: 'Français' } as const

const schemes = [
  ['light', IconSun],
  ['dark', IconMoon],
  ['auto', IconSunMoon],
] as const

/**
 * The languages as menu items. `chosen` is called with the choice, so that the dashboard can store it for the person.
 */
export function LanguageMenuItems({ chosen }: { chosen?: (next: Language) => void }) {
  const { i18n } = useTranslation('layout')
  const choose = (next: string) => {
    const one = languages.find((known) => known === next)
    if (!one) return
    void setLanguage(one)
    chosen?.(one)
  }
  return (
    <Menu.RadioGroup value={i18n.language} onChange={choose}>
      {languages.map((one) => (
        <Menu.RadioItem key={one} value={one} lang={one} closeMenuOnClick>
          {languageNames[one]}
        </Menu.RadioItem>
      ))}
    </Menu.RadioGroup>
  )
}

export function ColorSchemeMenuItems() {
  const { t } = useTranslation('layout')
  const { colorScheme, setColorScheme } = useMantineColorScheme()
  const choose = (next: string) => {
    const one = schemes.find(([scheme]) => scheme === next)
    if (one) setColorScheme(one[0])
  }
  return (
    <Menu.RadioGroup value={colorScheme} onChange={choose}>
      {schemes.map(([scheme, Icon]) => (
        <Menu.RadioItem
          key={scheme}
          value={scheme}
          rightSection={<Icon size="1rem" aria-hidden />}
          closeMenuOnClick
        >
          {t(`scheme.${scheme}`)}
        </Menu.RadioItem>
      ))}
    </Menu.RadioGroup>
  )
}

/** Language and theme, which can be chosen on every page, signed in or not. */
export function PreferencesMenu() {
  const { t } = useTranslation('layout')
  return (
    <>
      <Menu>
        <Menu.Target>
          <ActionIcon aria-label={t('language')}>
            <IconLanguage aria-hidden />
          </ActionIcon>
        </Menu.Target>
        <Menu.Dropdown>
          <LanguageMenuItems />
        </Menu.Dropdown>
      </Menu>
      <Menu>
        <Menu.Target>
          <ActionIcon aria-label={t('scheme.label')}>
            <IconSunMoon aria-hidden />
          </ActionIcon>
        </Menu.Target>
        <Menu.Dropdown>
          <ColorSchemeMenuItems />
        </Menu.Dropdown>
      </Menu>
    </>
  )
}
