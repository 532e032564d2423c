import { useTranslation } from 'react-i18next'
import { useAccount, useMay } from '../session/account-context.ts'
import { LinkArea } from '../ui/links.tsx'
import { settingsItems } from './navigation-items.ts'
import { TabbedFrame, tabLinkProps } from './tabbed-frame.tsx'

/** The settings pages, with links between them. */
export function SettingsFrame() {
  const { t } = useTranslation('layout')
  const { id } = useAccount()
  const may = useMay()
  const visible = settingsItems.filter(({ permission }) => !permission || may(permission))
  return (
    <TabbedFrame label={t('settings.label')}>
      {visible.map(({ key, to }) => (
        <LinkArea
          key={key}
          to={to}
          params={{ account: id }}
          {...tabLinkProps}
          activeOptions={{ includeSearch: false }}
        >
          {t(`settings.${key}`)}
        </LinkArea>
      ))}
    </TabbedFrame>
  )
}
