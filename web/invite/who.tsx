import { Alert, Stack, Tabs, Text, Title } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { CheckMail } from '../identity/check-mail.tsx'
import { SignInForm } from '../identity/sign-in-form.tsx'
import { useEnter } from '../identity/signed-in.ts'
import { Fresh } from './fresh.tsx'
import type { Invitation } from './invitation.ts'

type Given = { invitation: Invitation; token: string; isKnown: boolean }

/** Nobody is signed in yet: a new sign-in, or the one that there is. */
export function Who({ invitation, token, isKnown }: Given) {
  const { t } = useTranslation(['invite', 'identity'])
  const { email } = invitation
  const enter = useEnter('/invite')
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
          <Fresh invitation={invitation} token={token} refused={refused} mailed={() => setMailed(true)} />
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
