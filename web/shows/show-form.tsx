import { Autocomplete, Button, Group, Radio, Stack, Textarea, TextInput } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { categoriesOf } from '../inventory/products.ts'
import { useAccount, useMay } from '../shell/account.ts'
import { useProblemForm } from '../shell/form.ts'
import { ProblemAlert } from '../shell/problem-alert.tsx'
import { momentOf } from './clock.ts'
import { RepeatFields } from './repeat-fields.tsx'
import { timesOf, type Values } from './show-values.ts'
import { type Show, showCategories } from './shows.ts'
import { TimeFields } from './time-fields.tsx'
import { WhichShows } from './which-shows.tsx'

type Given<Sent> = {
  initialValues: Values
  /** The show that is edited; without it, one is made. */
  show?: Show
  /** What stands between the fields and the button. */
  children?: ReactNode
  send: (values: Values) => Promise<Sent>
  done: (sent: Sent) => unknown
}

export function ShowForm<Sent>({ initialValues, show, children, send, done }: Given<Sent>) {
  const { t } = useTranslation(['shows', 'shell'])
  const validate = useChecks(initialValues)
  const { form, submit, problem, busy } = useProblemForm({ initialValues, validate, send, done })
  const count = timesOf(form.values) ?? 1
  const following = show?.following ?? 0
  return (
    <form onSubmit={submit} noValidate>
      <Stack maw="var(--stagedoor-form)">
        <TextInput label={t('form.title')} required maxLength={120} {...form.getInputProps('title')} />
        <Textarea
          label={t('form.description')}
          description={t('form.descriptionHint')}
          autosize
          minRows={3}
          maxRows={12}
          maxLength={5000}
          {...form.getInputProps('description')}
        />
        <Autocomplete
          label={t('form.category')}
          description={t('form.categoryHint')}
          maxLength={80}
          data={useCategories()}
          limit={8}
          {...form.getInputProps('category')}
        />
        <TimeFields form={form} isFixed={show !== undefined && show.state !== 'scheduled'} />
        {!show && <RepeatFields form={form} />}
        <Radio.Group label={t('form.who')} {...form.getInputProps('discoverability')}>
          <Stack gap="xs" pt={4}>
            <Radio value="public" label={t('form.public')} description={t('form.publicHint')} />
            <Radio value="link" label={t('form.link')} description={t('form.linkHint')} />
          </Stack>
        </Radio.Group>
        {children}
        {following > 0 && (
          <WhichShows
            label={t('form.which')}
            hint={t('form.allHint')}
            following={following}
            {...form.getInputProps('which')}
          />
        )}
        <ProblemAlert problem={problem} />
        <Group>
          <Button type="submit" loading={busy} disabled={show !== undefined && !form.isDirty()}>
            {show ? t('shell:form.save') : count > 1 ? t('form.createAll', { count }) : t('form.create')}
          </Button>
        </Group>
      </Stack>
    </form>
  )
}

/** Those that shows have, and those of the account's own products. */
function useCategories(): string[] {
  const { id } = useAccount()
  const enabled = useMay()('inventory.manage')
  const { data: ofShows } = useQuery(showCategories)
  const { data: ofProducts } = useQuery({ ...categoriesOf(id), enabled })
  const names = [...(ofProducts?.items ?? []), ...(ofShows?.items ?? [])].map(({ name }) => name)
  return [...new Set(names)].sort((one, other) => one.localeCompare(other))
}

function useChecks(initial: Values) {
  const { t } = useTranslation('shows')
  return (values: Values) => {
    const moment = momentOf(values.startsAt, values.zone)
    const isMoved = values.startsAt !== initial.startsAt || values.zone !== initial.zone
    const isPast = moment !== undefined && isMoved && moment.at.getTime() < Date.now()
    return {
      title: values.title.trim() === '' ? t('form.titleMissing') : null,
      startsAt: !moment ? t('form.dayMissing') : isPast ? t('form.past') : null,
      times: timesOf(values) ? null : t('form.timesWrong'),
    }
  }
}
