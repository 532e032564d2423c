import { useTranslation } from 'react-i18next'
import { auth } from '../auth.ts'
import { type SignUp, signUp } from '../identity/ask-for-sign-in.ts'
import { pendingInvitation } from '../identity/pending-invitation.ts'
import { personChanged } from '../identity/session.ts'
import { SignUpForm } from '../identity/sign-up-form.tsx'
import type { Invitation } from './invitation.ts'

type Given = {
  invitation: Invitation
  token: string
  /** The address turned out to have a sign-in, with another password. */
  refused: () => void
  /** A mail has been sent that proves the address; its link opens another tab. */
  mailed: () => void
}

/**
 * A new sign-in for the invited address. Having followed the mailed link proves the address, so that one is
 * signed in at once; whoever has a copied link confirms by mail, and the invitation waits for them here.
 */
export function Fresh({ invitation, token, refused, mailed }: Given) {
  const { t } = useTranslation('invite')
  const send = async (wish: SignUp) => {
    await signUp(wish, token)
    if (invitation.purpose === 'mail') {
      await auth('sign-in/email', { email: wish.email, password: wish.password }).then(personChanged, refused)
    } else {
      pendingInvitation.keepForMail()
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
