import { Group } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { useVisitor } from '../session/visitor.ts'
import { LinkAnchor, LinkButton } from '../ui/links.tsx'

/** Links to sign up or in, and to an explanation. */
export function GetStartedLinks() {
  const { t } = useTranslation('landing')
  const { person } = useVisitor()
  return (
    <Group gap="md">
      {person ? (
        <LinkButton to="/dashboard" size="md">
          {t('dashboard')}
        </LinkButton>
      ) : (
        <>
          <LinkButton to="/sign-up" size="md">
            {t('signUp')}
          </LinkButton>
          <LinkButton to="/sign-in" size="md" variant="default">
            {t('signIn')}
          </LinkButton>
        </>
      )}
      <LinkAnchor to="/shows">{t('shows')}</LinkAnchor>
      <LinkAnchor to="/help/team-permissions">{t('help')}</LinkAnchor>
    </Group>
  )
}
