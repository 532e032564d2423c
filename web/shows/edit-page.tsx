import { Alert, Stack } from '@mantine/core'
import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useNavigate, useParams } from '@tanstack/react-router'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { call } from '../api.ts'
import { useAccount } from '../shell/account.ts'
import { PageHead } from '../shell/page-head.tsx'
import { ProblemAlert } from '../shell/problem-alert.tsx'
import { RowsSkeleton } from '../shell/rows-skeleton.tsx'
import { tell } from '../shell/told.ts'
import { BackToShow, BackToShows } from './back.tsx'
import { CoverField } from './cover-field.tsx'
import { useKeptCover } from './covers.ts'
import { ShowForm } from './show-form.tsx'
import { changeOf, valuesOf } from './show-values.ts'
import { isOver, type Show, showOf } from './shows.ts'

export function EditShowPage() {
  const { t } = useTranslation('shows')
  const { account, show } = useParams({ from: '/dashboard/$account/shows/$show/edit' })
  const { data, error, refetch } = useQuery(showOf(account, show))
  return (
    <Stack gap="lg">
      {data ? <BackToShow show={data} /> : <BackToShows />}
      <PageHead title={t('form.edit')} />
      {data ? (
        <Edited key={data.id} show={data} />
      ) : error ? (
        <ProblemAlert problem={error} retry={refetch} />
      ) : (
        <RowsSkeleton of={3} />
      )}
    </Stack>
  )
}

function Edited({ show }: { show: Show }) {
  const { t } = useTranslation('shows')
  const { id: account } = useAccount()
  const queries = useQueryClient()
  const navigate = useNavigate()
  const cover = useKeptCover(show)
  // What was typed stays, though somebody else may change the show meanwhile.
  const [initialValues] = useState(() => valuesOf(show))
  if (isOver(show)) return <Alert color="gray">{t('form.over')}</Alert>
  const params = { account, show: show.id }
  return (
    <ShowForm
      show={show}
      initialValues={initialValues}
      send={(values) =>
        call('PATCH /accounts/:account/shows/:show', { params, input: changeOf(initialValues, values) })
      }
      done={async ({ title }) => {
        tell(t('form.saved', { title }))
        await queries.invalidateQueries({ queryKey: [account, 'shows'] })
        await navigate({ to: '/dashboard/$account/shows/$show', params })
      }}
    >
      <CoverField {...cover} />
    </ShowForm>
  )
}
