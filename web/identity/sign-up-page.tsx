import { Text } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { PublicPage } from '../layout/public-page.tsx'
import { LinkAnchor } from '../ui/links.tsx'
import { CheckMail } from './check-mail.tsx'
import { requestSignUp, type SignUpInput } from './request-sign-up.ts'
import { SignUpForm } from './sign-up-form.tsx'

export function SignUpPage() {
  const { t } = useTranslation('identity')
  const [wish, setWish] = useState<SignUpInput>()
  const [isSent, setSent] = useState(false)
  if (wish && isSent) return <CheckMailPage email={wish.email} change={() => setSent(false)} />
  return (
    <PublicPage title={t('signUp.title')} lead={t('signUp.intro')} below={<Already />}>
      <SignUpForm
        {...(wish && { initial: wish })}
        label={t('signUp.submit')}
        send={async (next) => {
          await requestSignUp(next)
          setWish(next)
          setSent(true)
        }}
      />
    </PublicPage>
  )
}

function CheckMailPage(given: { email: string; change: () => void }) {
  const { t } = useTranslation('identity')
  return (
    <PublicPage title={t('check.title')} below={<Already />}>
      <CheckMail {...given} />
    </PublicPage>
  )
}

function Already() {
  const { t } = useTranslation('identity')
  return (
    <Text ta="center">
      {t('signUp.already')}{' '}
      <LinkAnchor to="/sign-in" underline="always">
        {t('signIn.submit')}
      </LinkAnchor>
    </Text>
  )
}
