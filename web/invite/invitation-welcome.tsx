import { Paper, Stack, Text, Title } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { RolePermissions } from '../help/role-permissions.tsx'
import { PublicPage } from '../layout/public-page.tsx'
import { AcceptOrDecline } from './accept-or-decline.tsx'
import type { InvitationPreview } from './invitation-preview-queries.ts'
import classes from './invitation-welcome.module.css'
import { SignInOrUp } from './sign-in-or-up.tsx'
import { InvitationSummary } from './summary.tsx'

type Given = {
  invitation: InvitationPreview
  token: string
  /** Whether the visitor has said that they already have an account. */
  isKnown: boolean
  declined: () => void
}

/** A pending invitation: who invites, to which account, with which role, what that role can do, and the way in. */
export function InvitationWelcome({ invitation, token, isKnown, declined }: Given) {
  const { t } = useTranslation(['invite', 'common'])
  const { account, role, you } = invitation
  return (
    <PublicPage wide title={t('invite:heading', { account: account.name })} heading={null}>
      <div className={classes.stage}>
        <div className={classes.words}>
          <InvitationSummary invitation={invitation} />
        </div>
        <Paper component="section" p="lg" className={classes.powers}>
          <Stack>
            <div>
              <Title order={2}>{t(`common:roles.${role}`)}</Title>
              <Text c="dimmed">{t(`common:purposes.${role}`)}</Text>
            </div>
            <RolePermissions role={role} can={t('invite:can')} cannot={t('invite:cannot')} />
          </Stack>
        </Paper>
        <div className={classes.act}>
          {you ? (
            <AcceptOrDecline invitation={invitation} you={you} token={token} declined={declined} />
          ) : (
            <SignInOrUp invitation={invitation} token={token} isKnown={isKnown} />
          )}
        </div>
      </div>
    </PublicPage>
  )
}
