import { Alert, Button, Menu, VisuallyHidden } from '@mantine/core'
import { IconMessage } from '@tabler/icons-react'
import { useLocation } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { permissions } from '../../src/permissions.ts'
import { language } from '../i18n.ts'
import { AccountAvatar } from '../shell/account-avatar.tsx'
import { LinkButton, LinkItem } from '../shell/links.tsx'
import type { Buyers } from './use-buyers.ts'

const icon = <IconMessage size="1.125rem" aria-hidden />
const to = '/dashboard/$account/spending/messages/new'

type Given = {
  /** To whom, and about what, as the page for writing takes it. */
  search: { shop: string; product?: string; show?: string }
  buyers: Buyers
  /** That nobody of one's accounts may write is said elsewhere on the page. */
  isSaid?: boolean
  /** Where there is no room for words, the sign alone: from which width on, or up to which. */
  small?: { hiddenFrom?: 'md'; visibleFrom?: 'md' }
}

/** Writing to a shop: after signing in, and as one of those accounts that one may buy for. Not to one's own. */
export function MessageShop({ search, buyers: { known, isSignedIn, own, buyers }, isSaid, small }: Given) {
  const way = useWay(small)
  if (!known || own) return null
  if (!isSignedIn) return <SignInFirst way={way} />
  const [only] = buyers
  if (!only) return isSaid ? null : <Missing />
  if (buyers.length > 1) return <Choice search={search} buyers={buyers} way={way} />
  return <LinkButton to={to} params={{ account: only.id }} search={search} {...way} />
}

/** How the way to writing looks. */
function useWay(small: Given['small']) {
  const { t } = useTranslation('correspondence')
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

/** Nobody writes as an account that they did not mean. */
function Choice({ search, buyers, way }: Pick<Given, 'search'> & Pick<Buyers, 'buyers'> & Way) {
  const { t } = useTranslation('correspondence')
  return (
    <Menu position="bottom-start" width="var(--stagedoor-menu)">
      <Menu.Target>
        <Button {...way} />
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Label>{t('writeAs')}</Menu.Label>
        {buyers.map((account) => (
          <LinkItem
            key={account.id}
            to={to}
            params={{ account: account.id }}
            search={search}
            leftSection={<AccountAvatar account={account} />}
          >
            {account.name}
          </LinkItem>
        ))}
      </Menu.Dropdown>
    </Menu>
  )
}

function Missing() {
  const { t } = useTranslation('correspondence')
  const { name, can } = permissions['money.spend']
  return (
    <Alert color="gray" title={t('missing.title')}>
      {t('missing.text', { permission: name[language()], can: can[language()] })}
    </Alert>
  )
}
