import { Button, Stack, Text, Title } from '@mantine/core'
import { useMutation } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { type Permission, permissions } from '../../src/permissions.ts'
import { callApi } from '../data/api.ts'
import { formatList } from '../i18n/formats.ts'
import { currentLanguage } from '../i18n/i18n.ts'
import { useAccount } from '../session/account-context.ts'
import { useWhoCanGrant } from '../session/who-can-grant.ts'
import { LinkButton } from '../ui/links.tsx'
import { ProblemAlert } from '../ui/problem-alert.tsx'
import { usePageTitle } from '../ui/use-page-title.ts'

/** Shown instead of a page: which permission the role lacks, and who can grant it. */
export function MissingPermission({ permission }: { permission: Permission }) {
  const { t } = useTranslation(['layout', 'common'])
  const { id, role } = useAccount()
  const { people, isOwnerAlone } = useWhoCanGrant(permission)
  const { name, can } = permissions[permission]
  usePageTitle(t('missing.title'))
  const words = {
    permission: name[currentLanguage()],
    can: can[currentLanguage()],
    role: t(`common:roles.${role}`),
  }
  return (
    <Stack maw="var(--stagedoor-form)" py="xl" align="flex-start">
      <Title order={1}>{t('missing.title')}</Title>
      <Text>{t('missing.text', words)}</Text>
      {people.length > 0 && (
        <Text>{t(isOwnerAlone ? 'missing.askOwner' : 'missing.ask', { people: formatList(people) })}</Text>
      )}
      {!isOwnerAlone && <AskForAccess permission={permission} />}
      <LinkButton to="/dashboard/$account" params={{ account: id }} variant="default">
        {t('missing.back')}
      </LinkButton>
    </Stack>
  )
}

/** Mails a request to the members who manage the team, then says to whom. */
function AskForAccess({ permission }: { permission: Permission }) {
  const { t } = useTranslation('layout')
  const { id: account } = useAccount()
  const ask = useMutation({
    mutationFn: () =>
      callApi('POST /accounts/:account/access-requests', { params: { account }, input: { permission } }),
  })
  if (ask.data)
    return <Text role="status">{t('missing.requested', { people: formatList(ask.data.names) })}</Text>
  return (
    <>
      <ProblemAlert problem={ask.error} />
      <Button loading={ask.isPending} onClick={() => ask.mutate()}>
        {t('missing.request')}
      </Button>
    </>
  )
}
