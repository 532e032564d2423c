import { Skeleton, Stack } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { getRouteApi } from '@tanstack/react-router'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { ApiProblem } from '../data/api.ts'
import { PublicPage } from '../layout/public-page.tsx'
import { AlreadyMember } from './already-member.tsx'
import { InvitationDeclined } from './invitation-declined.tsx'
import { invitationPreviewQuery } from './invitation-preview-queries.ts'
import { InvitationUnavailable } from './invitation-unavailable.tsx'
import { InvitationWelcome } from './invitation-welcome.tsx'
import { WrongAccount } from './wrong-account.tsx'

const route = getRouteApi('/invite')

/** The page that an invitation's link opens. Every status says what to do next. */
export function InvitePage() {
  const token = route.useLoaderData()
  return token ? <Opened key={token} token={token} /> : <InvitationUnavailable problem={null} />
}

function Opened({ token }: { token: string }) {
  const { data, error, refetch } = useQuery(invitationPreviewQuery(token))
  const [isDeclined, setDeclined] = useState(false)
  const [isSwitching, setSwitching] = useState(false)
  if (data && isDeclined) return <InvitationDeclined inviter={data.invitedBy.name} />
  if (error && (!data || error instanceof ApiProblem))
    return <InvitationUnavailable problem={error} retry={refetch} />
  if (!data) return <Opening />
  if (data.you && !data.you.matches)
    return <WrongAccount invitation={data} you={data.you} signedOut={() => setSwitching(true)} />
  if (data.you?.member) return <AlreadyMember account={data.account} />
  return (
    <InvitationWelcome
      invitation={data}
      token={token}
      isKnown={isSwitching}
      declined={() => setDeclined(true)}
    />
  )
}

function Opening() {
  const { t } = useTranslation('invite')
  return (
    <PublicPage title={t('title')} heading={t('opening')}>
      <Stack aria-busy>
        <Skeleton h="xl" />
        <Skeleton h="xl" w="70%" />
        <Skeleton h="xl" w="40%" />
      </Stack>
    </PublicPage>
  )
}
