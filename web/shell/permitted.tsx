import { Button, Stack, Text, Title } from '@mantine/core'
import { useMutation } from '@tanstack/react-query'
import { Outlet, useMatches } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { type Permission, permissions } from '../../src/permissions.ts'
import { call } from '../api.ts'
import { list } from '../formats.ts'
import { language } from '../i18n.ts'
import { useAccount, useMay } from './account.ts'
import { useGivers } from './givers.ts'
import { LinkButton } from './links.tsx'
import { ProblemAlert } from './problem-alert.tsx'
import { useTitle } from './title.ts'

/** The page, or which permission its role lacks and who can give it. */
export function Permitted() {
  const may = useMay()
  const asked = useMatches({ select: (matches) => matches.at(-1)?.staticData.permission })
  return asked && !may(asked) ? <Missing permission={asked} /> : <Outlet />
}

function Missing({ permission }: { permission: Permission }) {
  const { t } = useTranslation(['shell', 'common'])
  const { id, role } = useAccount()
  const { people, isOwnerAlone } = useGivers(permission)
  const { name, can } = permissions[permission]
  useTitle(t('missing.title'))
  const words = { permission: name[language()], can: can[language()], role: t(`common:roles.${role}`) }
  return (
    <Stack maw="var(--stagedoor-form)" py="xl" align="flex-start">
      <Title order={1}>{t('missing.title')}</Title>
      <Text>{t('missing.text', words)}</Text>
      {people.length > 0 && (
        <Text>{t(isOwnerAlone ? 'missing.askOwner' : 'missing.ask', { people: list(people) })}</Text>
      )}
      {!isOwnerAlone && <AskForAccess permission={permission} />}
      <LinkButton to="/dashboard/$account" params={{ account: id }} variant="default">
        {t('missing.back')}
      </LinkButton>
    </Stack>
  )
}

/** A mail to those who manage the team; once sent, it says to whom. */
function AskForAccess({ permission }: { permission: Permission }) {
  const { t } = useTranslation('shell')
  const { id: account } = useAccount()
  const ask = useMutation({
    mutationFn: () =>
      call('POST /accounts/:account/access-requests', { params: { account }, input: { permission } }),
  })
  if (ask.data) return <Text role="status">{t('missing.requested', { people: list(ask.data.names) })}</Text>
  return (
    <>
      <ProblemAlert problem={ask.error} />
      <Button loading={ask.isPending} onClick={() => ask.mutate()}>
        {t('missing.request')}
      </Button>
    </>
  )
}
