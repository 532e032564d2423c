import { ActionIcon, Menu, useMantineColorScheme } from '@mantine/core'
import { IconLanguage, IconMoon, IconSun, IconSunMoon } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import { type Language, languages } from '../../locales/index.ts'
import { setLanguage } from '../i18n.ts'

export const languageNames = { en: 'English', fr: 'Français' } as const

const schemes = [
  ['light', IconSun],
  ['dark', IconMoon],
  ['auto', IconSunMoon],
] as const

/** The languages as items of a menu. `chosen` is told, so that the dashboard can remember it for the person. */
export function LanguageItems({ chosen }: { chosen?: (next: Language) => void }) {
  const { i18n } = useTranslation('shell')
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

export function SchemeItems() {
  const { t } = useTranslation('shell')
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
