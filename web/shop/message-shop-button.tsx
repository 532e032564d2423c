import { Alert, Button, Menu, VisuallyHidden } from '@mantine/core'
import { IconMessage } from '@tabler/icons-react'
import { useLocation } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { permissions } from '../../src/permissions.ts'
import { currentLanguage } from '../i18n/i18n.ts'
import { AccountAvatar } from '../ui/account-avatar.tsx'
import { LinkButton, LinkMenuItem } from '../ui/links.tsx'
import type { BuyerAccounts } from './use-buyer-accounts.ts'

const icon = <IconMessage size="1.125rem" aria-hidden />
const to = '/dashboard/$account/spending/messages/new'

type Given = {
  /** The shop and the subject, as the page for writing expects them. */
  search: { shop: string; product?: string; show?: string }
  buyers: BuyerAccounts
  /** Whether another part of the page already says that none of the person's accounts may write. */
  isSaid?: boolean
  /** Where only the icon is shown, for lack of room: from this width on, or up to it. */
  small?: { hiddenFrom?: 'md'; visibleFrom?: 'md' }
}

/**
 * Opens the page for writing to a shop: after signing in, in the name of one of the accounts that the person may buy
 * for. Their own shop has no button.
 */
export function MessageShopButton({
  search,
  buyers: { known, isSignedIn, own, buyers },
  isSaid,
  small,
}: Given) {
  const way = useWay(small)
  if (!known || own) return null
  if (!isSignedIn) return <SignInFirst way={way} />
  const [only] = buyers
  if (!only) return isSaid ? null : <Missing />
  if (buyers.length > 1) return <Choice search={search} buyers={buyers} way={way} />
  return <LinkButton to={to} params={{ account: only.id }} search={search} {...way} />
}

/** How the link or button looks. */
function useWay(small: Given['small']) {
  const { t } = useTranslation('buyerMessages')
  if (!small) return { variant: 'default', leftSection: icon, children: t('write') }
  const children = (
    <>
      {icon}
      <VisuallyHidden>{t('write')}</VisuallyHidden>
    </>
  )
  return { ...small, variant: 'subtle', color: 'gray', px: 'xs', title: t('write'), children }
}

type Way = { way: ReturnType<typeof useWay> }

function SignInFirst({ way }: Way) {
  const next = useLocation({ select: ({ href }) => href })
  return <LinkButton to="/sign-in" search={{ next }} {...way} />
}

/** A choice of the account, so that nobody writes in the wrong one's name. */
function Choice({ search, buyers, way }: Pick<Given, 'search'> & Pick<BuyerAccounts, 'buyers'> & Way) {
  const { t } = useTranslation('buyerMessages')
  return (
    <Menu position="bottom-start" width="var(--stagedoor-menu)">
      <Menu.Target>
        <Button {...way} />
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Label>{t('writeAs')}</Menu.Label>
        {buyers.map((account) => (
          <LinkMenuItem
            key={account.id}
            to={to}
            params={{ account: account.id }}
            search={search}
            leftSection={<AccountAvatar account={account} />}
          >
            {account.name}
          </LinkMenuItem>
        ))}
      </Menu.Dropdown>
    </Menu>
  )
}

function Missing() {
  const { t } = useTranslation('buyerMessages')
  const { name, can } = permissions['money.spend']
  return (
    <Alert color="gray" title={t('missing.title')}>
      {t('missing.text', { permission: name[currentLanguage()], can: can[currentLanguage()] })}
    </Alert>
  )
}
