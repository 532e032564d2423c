import { Autocomplete, Button, Group, Radio, Stack, Textarea, TextInput } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { showLimits } from '../../src/shows/vocabulary.ts'
import { productCategoriesQuery } from '../inventory/product-queries.ts'
import { useAccount, useMay } from '../session/account-context.ts'
import { ProblemAlert } from '../ui/problem-alert.tsx'
import { useProblemForm } from '../ui/use-problem-form.ts'
import { RepeatFields } from './repeat-fields.tsx'
import { SeriesChoice } from './series-choice.tsx'
import { repeatCount, type ShowFormValues } from './show-form-values.ts'
import { type Show, showCategoriesQuery } from './show-queries.ts'
import { ShowTimeFields } from './show-time-fields.tsx'
import { fromLocalTime } from './time-zones.ts'

type Given<Sent> = {
  initialValues: ShowFormValues
  /** The show to edit; without it, one is created. */
  show?: Show
  /** Content between the fields and the button. */
  children?: ReactNode
  send: (values: ShowFormValues) => Promise<Sent>
  done: (sent: Sent) => unknown
}

export function ShowForm<Sent>({ initialValues, show, children, send, done }: Given<Sent>) {
  const { t } = useTranslation(['shows', 'layout'])
  const validate = useChecks(initialValues)
  const { form, submit, problem, busy } = useProblemForm({ initialValues, validate, send, done })
  const count = repeatCount(form.values) ?? 1
  const following = show?.following ?? 0
  return (
    <form onSubmit={submit} noValidate>
      <Stack maw="var(--stagedoor-form)">
        <TextInput
          label={t('form.title')}
          required
          maxLength={showLimits.title}
          {...form.getInputProps('title')}
        />
        <Textarea
          label={t('form.description')}
          description={t('form.descriptionHint')}
          autosize
          minRows={3}
          maxRows={12}
          maxLength={showLimits.description}
          {...form.getInputProps('description')}
        />
        <Autocomplete
          label={t('form.category')}
          description={t('form.categoryHint')}
          maxLength={showLimits.category}
          data={useCategories()}
          limit={8}
          {...form.getInputProps('category')}
        />
        <ShowTimeFields form={form} isFixed={show !== undefined && show.status !== 'scheduled'} />
        {!show && <RepeatFields form={form} />}
        <Radio.Group label={t('form.who')} {...form.getInputProps('discoverability')}>
          <Stack gap="xs" pt={4}>
            <Radio value="public" label={t('form.public')} description={t('form.publicHint')} />
            <Radio value="link" label={t('form.link')} description={t('form.linkHint')} />
          </Stack>
        </Radio.Group>
        {children}
        {following > 0 && (
          <SeriesChoice
            label={t('form.which')}
            hint={t('form.allHint')}
            following={following}
            {...form.getInputProps('which')}
          />
        )}
        <ProblemAlert problem={problem} />
        <Group>
          <Button type="submit" loading={busy} disabled={show !== undefined && !form.isDirty()}>
            {show ? t('layout:form.save') : count > 1 ? t('form.createAll', { count }) : t('form.create')}
          </Button>
        </Group>
      </Stack>
    </form>
  )
}

/** The categories of shows, and those of the account's own products. */
function useCategories(): string[] {
  const { id } = useAccount()
  const enabled = useMay()('inventory.manage')
  const { data: ofShows } = useQuery(showCategoriesQuery)
  const { data: ofProducts } = useQuery({ ...productCategoriesQuery(id), enabled })
  const names = [...(ofProducts?.items ?? []), ...(ofShows?.items ?? [])].map(({ name }) => name)
  return [...new Set(names)].sort((one, other) => one.localeCompare(other))
}

function useChecks(initial: ShowFormValues) {
  const { t } = useTranslation('shows')
  return (values: ShowFormValues) => {
    const moment = fromLocalTime(values.startsAt, values.zone)
    const isMoved = values.startsAt !== initial.startsAt || values.zone !== initial.zone
    const isPast = moment !== undefined && isMoved && moment.at.getTime() < Date.now()
    return {
      title: values.title.trim() === '' ? t('form.titleMissing') : null,
      startsAt: !moment ? t('form.dayMissing') : isPast ? t('form.past') : null,
      times: repeatCount(values) ? null : t('form.timesWrong'),
    }
  }
}
