import { useTranslation } from 'react-i18next'
import { useAccount, useMay } from './account.ts'
import { LinkArea } from './links.tsx'
import { settingsPages } from './pages.ts'
import { TabbedFrame, tab } from './tabbed-frame.tsx'

/** The settings' pages, each a link away from the others. */
export function SettingsFrame() {
  const { t } = useTranslation('shell')
  const { id } = useAccount()
  const may = useMay()
  const visible = settingsPages.filter(({ permission }) => !permission || may(permission))
  return (
    <TabbedFrame label={t('settings.label')}>
      {visible.map(({ key, to }) => (
        <LinkArea
          key={key}
          to={to}
          params={{ account: id }}
          {...tab}
          activeOptions={{ includeSearch: false }}
        >
          {t(`settings.${key}`)}
        </LinkArea>
      ))}
    </TabbedFrame>
  )
}
