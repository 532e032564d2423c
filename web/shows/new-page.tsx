import { Stack } from '@mantine/core'
import { useQueryClient } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { type Answer, call } from '../api.ts'
import { useAccount } from '../shell/account.ts'
import { PageHead } from '../shell/page-head.tsx'
import { tell, useTellProblem } from '../shell/told.ts'
import { BackToShows } from './back.tsx'
import { CoverField } from './cover-field.tsx'
import { useStagedCover } from './covers.ts'
import { ShowForm } from './show-form.tsx'
import { emptyValues, inputOf, type Values } from './show-values.ts'
import { ownZone } from './times.ts'

export function NewShowPage() {
  const { t } = useTranslation('shows')
  const { id: account } = useAccount()
  const { field, send, done } = useScheduling()
  const [initialValues] = useState(() => emptyValues(ownZone()))
  return (
    <Stack gap="lg">
      <BackToShows />
      <PageHead title={t('form.new')} />
      <ShowForm key={account} initialValues={initialValues} send={send} done={done}>
        <CoverField {...field} />
      </ShowForm>
    </Stack>
  )
}

type Made = Answer<'POST /accounts/:account/shows'>

/** First the shows, then their cover: one that is refused leads to the show, where another can be chosen. */
function useScheduling() {
  const { t } = useTranslation('shows')
  const { id: account } = useAccount()
  const queries = useQueryClient()
  const navigate = useNavigate()
  const tellProblem = useTellProblem()
  const { field, sendTo } = useStagedCover()
  const refused = useRef<Error>(undefined)
  const send = async (values: Values) => {
    const made = await call('POST /accounts/:account/shows', { params: { account }, input: inputOf(values) })
    refused.current = await sendTo(made.items)
    return made
  }
  const done = async ({ items }: Made) => {
    const [first] = items
    if (!first) return
    const count = items.length
    tell(t(count > 1 ? 'form.createdAll' : 'form.created', { title: first.title, times: count }))
    if (refused.current) tellProblem(refused.current)
    await queries.invalidateQueries({ queryKey: [account, 'shows'] })
    const params = { account, show: first.id }
    if (refused.current) await navigate({ to: '/dashboard/$account/shows/$show/edit', params })
    else await navigate({ to: '/dashboard/$account/shows/$show', params })
  }
  return { field, send, done }
}
