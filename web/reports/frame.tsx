import { useTranslation } from 'react-i18next'
import { useAccount } from '../shell/account.ts'
import { LinkArea } from '../shell/links.tsx'
import { TabbedFrame, tab } from '../shell/tabbed-frame.tsx'

const tabs = [
  { key: 'overview', to: '/dashboard/$account/reports' },
  { key: 'ledger', to: '/dashboard/$account/reports/ledger' },
] as const

export function ReportsFrame() {
  const { t } = useTranslation('reports')
  const { id } = useAccount()
  return (
    <TabbedFrame label={t('tabs.label')}>
      {tabs.map(({ key, to }) => (
        <LinkArea key={key} to={to} params={{ account: id }} {...tab}>
          {t(`tabs.${key}`)}
        </LinkArea>
      ))}
    </TabbedFrame>
  )
}
