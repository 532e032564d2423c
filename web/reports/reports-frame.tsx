import { useTranslation } from 'react-i18next'
import { TabbedFrame, tabLinkProps } from '../layout/tabbed-frame.tsx'
import { useAccount } from '../session/account-context.ts'
import { LinkArea } from '../ui/links.tsx'

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
        <LinkArea key={key} to={to} params={{ account: id }} {...tabLinkProps}>
          {t(`tabs.${key}`)}
        </LinkArea>
      ))}
    </TabbedFrame>
  )
}
