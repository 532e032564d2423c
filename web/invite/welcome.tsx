import { Paper, Stack, Text, Title } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { Powers } from '../help/powers.tsx'
import { PublicPage } from '../shell/public-page.tsx'
import { Answer } from './answer.tsx'
import type { Invitation } from './invitation.ts'
import classes from './welcome.module.css'
import { Who } from './who.tsx'
import { Words } from './words.tsx'

type Given = {
  invitation: Invitation
  token: string
  /** Whether the visitor has just said that they have a sign-in. */
  isKnown: boolean
  declined: () => void
}

/** An invitation that can be accepted: who invites, to what, as what, what that means, and the way in. */
export function Welcome({ invitation, token, isKnown, declined }: Given) {
  const { t } = useTranslation(['invite', 'common'])
  const { account, role, you } = invitation
  return (
    <PublicPage wide title={t('invite:heading', { account: account.name })} heading={null}>
      <div className={classes.stage}>
        <div className={classes.words}>
          <Words invitation={invitation} />
        </div>
        <Paper component="section" p="lg" className={classes.powers}>
          <Stack>
            <div>
              <Title order={2}>{t(`common:roles.${role}`)}</Title>
              <Text c="dimmed">{t(`common:purposes.${role}`)}</Text>
            </div>
            <Powers role={role} can={t('invite:can')} cannot={t('invite:cannot')} />
          </Stack>
        </Paper>
        <div className={classes.act}>
          {you ? (
            <Answer invitation={invitation} you={you} token={token} declined={declined} />
          ) : (
            <Who invitation={invitation} token={token} isKnown={isKnown} />
          )}
        </div>
      </div>
    </PublicPage>
  )
}
