import { useTranslation } from 'react-i18next'
import { identityLimits, usernameFault } from '../../src/identity/vocabulary.ts'

/** Checks fields before anything is sent. The server checks them again. */
export function useIdentityChecks() {
  const { t } = useTranslation('identity')
  const unless = (isFine: boolean, words: string) => (isFine ? null : words)
  return {
    name: (value: string) => unless(value.trim() !== '', t('checks.name')),
    email: (value: string) => unless(/^\S+@\S+\.\S+$/.test(value.trim()), t('checks.email')),
    password: (value: string) => unless(value !== '', t('checks.password')),
    newPassword: (value: string) =>
      unless(
        value.length >= identityLimits.password.min && value.length <= identityLimits.password.max,
        t('checks.passwordLength'),
      ),
    username: (value: string) => {
      const fault = usernameFault(value)
      return fault && t(`checks.${fault}`)
    },
  }
}
