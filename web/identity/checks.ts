import { useTranslation } from 'react-i18next'
import { usernameFault } from './username.ts'

/** What is said about a field before anything is sent. The server checks again. */
export function useChecks() {
  const { t } = useTranslation('identity')
  const unless = (isFine: boolean, words: string) => (isFine ? null : words)
  return {
    name: (value: string) => unless(value.trim() !== '', t('checks.name')),
    email: (value: string) => unless(/^\S+@\S+\.\S+$/.test(value.trim()), t('checks.email')),
    password: (value: string) => unless(value !== '', t('checks.password')),
    newPassword: (value: string) =>
      unless(value.length >= 10 && value.length <= 128, t('checks.passwordLength')),
    username: (value: string) => {
      const fault = usernameFault(value)
      return fault && t(`checks.${fault}`)
    },
  }
}
