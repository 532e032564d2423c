import { Alert, Stack } from '@mantine/core'
import { useQueryClient, useSuspenseQuery } from '@tanstack/react-query'
import { useNavigate, useParams } from '@tanstack/react-router'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { callApi } from '../data/api.ts'
import { showKeys } from '../data/query-keys.ts'
import { PageHeader } from '../layout/page-header.tsx'
import { useAccount } from '../session/account-context.ts'
import { showToast } from '../ui/toasts.ts'
import { BackToShow } from './back-to-shows.tsx'
import { CoverField } from './cover-field.tsx'
import { ShowForm } from './show-form.tsx'
import { toShowChange, toShowForm } from './show-form-values.ts'
import { isShowOver, type Show, showQuery } from './show-queries.ts'
import { useShowCover } from './use-show-cover.ts'

export function EditShowPage() {
  const { t } = useTranslation('shows')
  const { account, show } = useParams({ from: '/dashboard/$account/shows/$show/edit' })
  const { data } = useSuspenseQuery(showQuery(account, show))
  return (
    <Stack gap="lg">
      <BackToShow show={data} />
      <PageHeader title={t('form.edit')} />
      <Edited key={data.id} show={data} />
    </Stack>
  )
}

function Edited({ show }: { show: Show }) {
  const { t } = useTranslation('shows')
  const { id: account } = useAccount()
  const queries = useQueryClient()
  const navigate = useNavigate()
  const cover = useShowCover(show)
  // The typed text stays even if another member changes the show at the same time.
  const [initialValues] = useState(() => toShowForm(show))
  if (isShowOver(show)) return <Alert color="gray">{t('form.over')}</Alert>
  const params = { account, show: show.id }
  return (
    <ShowForm
      show={show}
      initialValues={initialValues}
      send={(values) =>
        callApi('PATCH /accounts/:account/shows/:show', {
          params,
          input: toShowChange(initialValues, values),
        })
      }
      done={async ({ title }) => {
        showToast(t('form.saved', { title }))
        await queries.invalidateQueries({ queryKey: showKeys.all(account) })
        await navigate({ to: '/dashboard/$account/shows/$show', params })
      }}
    >
      <CoverField {...cover} />
    </ShowForm>
  )
}
