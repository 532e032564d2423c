import { useTranslation } from 'react-i18next'
import { callAuth } from '../data/auth-api.ts'
import { requestSignUp, type SignUpInput } from '../identity/request-sign-up.ts'
import { SignUpForm } from '../identity/sign-up-form.tsx'
import { storedInvitation } from '../identity/stored-invitation.ts'
import { resetAllQueries } from '../session/visitor.ts'
import type { InvitationPreview } from './invitation-preview-queries.ts'

type Given = {
  invitation: InvitationPreview
  token: string
  /** Called if the address already has an account with another password. */
  refused: () => void
  /** Called when a mail has been sent that confirms the address; its link opens another tab. */
  mailed: () => void
}

/**
 * Signs up with the invited address. The mailed invitation link proves the address, so the person is signed in at
 * once. A person with a copied link confirms by mail, and the invitation is kept in this browser until then.
 */
export function SignUpStep({ invitation, token, refused, mailed }: Given) {
  const { t } = useTranslation('invite')
  const send = async (wish: SignUpInput) => {
    await requestSignUp(wish, token)
    if (invitation.purpose === 'mail') {
      await callAuth('sign-in/email', { email: wish.email, password: wish.password }).then(
        resetAllQueries,
        refused,
      )
    } else {
      storedInvitation.keepForMail()
      mailed()
    }
  }
  return (
    <SignUpForm
      invited={invitation.email}
      usernameHint={t('who.usernameHint')}
      label={t('who.submit')}
      send={send}
    />
  )
}
