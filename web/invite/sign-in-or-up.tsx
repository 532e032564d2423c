import { Alert, Stack, Tabs, Text, Title } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { CheckMail } from '../identity/check-mail.tsx'
import { SignInForm } from '../identity/sign-in-form.tsx'
import { useContinueSignIn } from '../identity/use-sign-in-redirect.ts'
import type { InvitationPreview } from './invitation-preview-queries.ts'
import { SignUpStep } from './sign-up-step.tsx'

type Given = { invitation: InvitationPreview; token: string; isKnown: boolean }

/** Shown while nobody is signed in: sign up, or sign in. */
export function SignInOrUp({ invitation, token, isKnown }: Given) {
  const { t } = useTranslation(['invite', 'identity'])
  const { email } = invitation
  const enter = useContinueSignIn('/invite')
  const [way, setWay] = useState<string | null>(isKnown ? 'known' : 'fresh')
  const [isRefused, setRefused] = useState(false)
  const [isMailed, setMailed] = useState(false)
  if (isMailed)
    return (
      <Stack>
        <Title order={2}>{t('identity:check.title')}</Title>
        <CheckMail email={email} />
      </Stack>
    )
  const refused = () => {
    setRefused(true)
    setWay('known')
  }
  return (
    <Stack component="section" aria-labelledby="who">
      <div>
        <Title order={2} id="who">
          {t('invite:who.question')}
        </Title>
        <Text c="dimmed">{t('invite:who.notYet')}</Text>
      </div>
      <Tabs value={way} onChange={setWay} keepMounted={false}>
        <Tabs.List grow mb="md">
          <Tabs.Tab value="fresh">{t('invite:who.fresh')}</Tabs.Tab>
          <Tabs.Tab value="known">{t('invite:who.known')}</Tabs.Tab>
        </Tabs.List>
        <Tabs.Panel value="fresh">
          <SignUpStep
            invitation={invitation}
            token={token}
            refused={refused}
            mailed={() => setMailed(true)}
          />
        </Tabs.Panel>
        <Tabs.Panel value="known">
          <Stack>
            {isRefused && <Alert role="alert">{t('invite:who.maybeKnown')}</Alert>}
            <SignInForm invited={email} done={enter} />
          </Stack>
        </Tabs.Panel>
      </Tabs>
    </Stack>
  )
}
