import { Skeleton, Stack } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { getRouteApi } from '@tanstack/react-router'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Problem } from '../api.ts'
import { PublicPage } from '../shell/public-page.tsx'
import { DeadEnd } from './dead-end.tsx'
import { Declined } from './declined.tsx'
import { invitation } from './invitation.ts'
import { Member } from './member.tsx'
import { Other } from './other.tsx'
import { Welcome } from './welcome.tsx'

const route = getRouteApi('/invite')

/** Where an invitation's link leads. Every state says what to do next. */
export function InvitePage() {
  const token = route.useLoaderData()
  return token ? <Opened key={token} token={token} /> : <DeadEnd problem={null} />
}

function Opened({ token }: { token: string }) {
  const { data, error, refetch } = useQuery(invitation(token))
  const [isDeclined, setDeclined] = useState(false)
  const [isSwitching, setSwitching] = useState(false)
  if (data && isDeclined) return <Declined inviter={data.invitedBy.name} />
  if (error && (!data || error instanceof Problem)) return <DeadEnd problem={error} retry={refetch} />
  if (!data) return <Opening />
  if (data.you && !data.you.matches)
    return <Other invitation={data} you={data.you} signedOut={() => setSwitching(true)} />
  if (data.you?.member) return <Member account={data.account} />
  return <Welcome invitation={data} token={token} isKnown={isSwitching} declined={() => setDeclined(true)} />
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
