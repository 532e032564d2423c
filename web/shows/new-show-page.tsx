import { Stack } from '@mantine/core'
import { useQueryClient } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { type Answer, callApi } from '../data/api.ts'
import { showKeys } from '../data/query-keys.ts'
import { readerTimeZone } from '../i18n/days.ts'
import { PageHeader } from '../layout/page-header.tsx'
import { useAccount } from '../session/account-context.ts'
import { showToast, useProblemToast } from '../ui/toasts.ts'
import { BackToShows } from './back-to-shows.tsx'
import { CoverField } from './cover-field.tsx'
import { ShowForm } from './show-form.tsx'
import { emptyShowForm, type ShowFormValues, toShowInput } from './show-form-values.ts'
import { useNewShowCover } from './use-show-cover.ts'

export function NewShowPage() {
  const { t } = useTranslation('shows')
  const { id: account } = useAccount()
  const { field, send, done } = useScheduling()
  const [initialValues] = useState(() => emptyShowForm(readerTimeZone()))
  return (
    <Stack gap="lg">
      <BackToShows />
      <PageHeader title={t('form.new')} />
      <ShowForm key={account} initialValues={initialValues} send={send} done={done}>
        <CoverField {...field} />
      </ShowForm>
    </Stack>
  )
}

type Made = Answer<'POST /accounts/:account/shows'>

/**
 * Creates the shows first and then sends their cover. If the cover is refused, the show's page opens, where another
 * one can be chosen.
 */
function useScheduling() {
  const { t } = useTranslation('shows')
  const { id: account } = useAccount()
  const queries = useQueryClient()
  const navigate = useNavigate()
  const tellProblem = useProblemToast()
  const { field, sendTo } = useNewShowCover()
  const refused = useRef<Error>(undefined)
  const send = async (values: ShowFormValues) => {
    const made = await callApi('POST /accounts/:account/shows', {
      params: { account },
      input: toShowInput(values),
    })
    refused.current = await sendTo(made.items)
    return made
  }
  const done = async ({ items }: Made) => {
    const [first] = items
    if (!first) return
    const count = items.length
    showToast(t(count > 1 ? 'form.createdAll' : 'form.created', { title: first.title, times: count }))
    if (refused.current) tellProblem(refused.current)
    await queries.invalidateQueries({ queryKey: showKeys.all(account) })
    const params = { account, show: first.id }
    if (refused.current) await navigate({ to: '/dashboard/$account/shows/$show/edit', params })
    else await navigate({ to: '/dashboard/$account/shows/$show', params })
  }
  return { field, send, done }
}
