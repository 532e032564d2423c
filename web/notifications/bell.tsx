import { ActionIcon, Indicator, Popover } from '@mantine/core'
import { useDisclosure } from '@mantine/hooks'
import { IconBell } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import type { Account } from '../session/me-queries.ts'
import { BellPanel } from './bell-panel.tsx'
import { useNotificationCounts } from './notification-queries.ts'

/** The largest number that is shown; above, it is “99+”. */
const most = 99

/** The bell: a number for the account of this tab, or a dot if only other accounts have notifications. */
export function Bell({ account }: { account: Account }) {
  const [isOpen, { close, open }] = useDisclosure()
  const { here, isElsewhere, refetch } = useNotificationCounts(account)
  const name = useName(here, isElsewhere)
  const toggle = () => {
    if (isOpen) return close()
    refetch()
    open()
  }
  return (
    <Popover
      opened={isOpen}
      onDismiss={close}
      position="bottom-end"
      offset={12}
      width="var(--stagedoor-explained)"
      trapFocus
      returnFocus
    >
      <Indicator
        color="amber.4"
        autoContrast
        offset={6}
        disabled={here === 0 && !isElsewhere}
        {...(here > 0 && { size: '1.125rem', label: <Count of={here} /> })}
      >
        <Popover.Target>
          <ActionIcon aria-label={name} onClick={toggle}>
            <IconBell aria-hidden />
          </ActionIcon>
        </Popover.Target>
      </Indicator>
      <Popover.Dropdown p="xs">
        <BellPanel present={account} close={close} />
      </Popover.Dropdown>
    </Popover>
  )
}

/** The button's label contains the number, too. */
const Count = ({ of }: { of: number }) => <span aria-hidden>{of > most ? `${most}+` : of}</span>

function useName(here: number, isElsewhere: boolean) {
  const { t } = useTranslation('notifications')
  if (here > most) return t('many', { count: most })
  if (here > 0) return t('here', { count: here })
  return t(isElsewhere ? 'elsewhere' : 'quiet')
}
