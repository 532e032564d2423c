import { Button, DataList, Group, Text } from '@mantine/core'
import { useInfiniteQuery, useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { relative } from '../formats.ts'
import { language } from '../i18n.ts'
import { useAccount } from '../shell/account.ts'
import { useNarrow } from '../shell/narrow.ts'
import { ProblemAlert } from '../shell/problem-alert.tsx'
import { RowsSkeleton } from '../shell/rows-skeleton.tsx'
import { Section } from '../shell/section.tsx'
import { DetailsDialog } from './details-dialog.tsx'
import { type Details, detailsOf, payoutsOf } from './payouts.ts'
import { RemoveDialog } from './remove-dialog.tsx'

/** Where payouts go, masked. */
export function DetailsSection() {
  const { t } = useTranslation('payouts')
  const { id } = useAccount()
  const { data, error, refetch } = useQuery(detailsOf(id))
  return (
    <Section title={t('details.title')} text={t('details.text')}>
      {!data && (error ? <ProblemAlert problem={error} retry={refetch} /> : <RowsSkeleton of={2} />)}
      {data && <Shown details={data.details} />}
    </Section>
  )
}

function Shown({ details }: { details: Details | null }) {
  const { t } = useTranslation('payouts')
  return (
    <>
      {details ? <Facts details={details} /> : <Text size="sm">{t('details.none')}</Text>}
      {useUnderWay() ? <Text size="sm">{t('details.underWay')}</Text> : <Acts details={details} />}
    </>
  )
}

/** Whether a payout waits for the bank's answer: until then, the bank account stays as it is. */
function useUnderWay() {
  const { id } = useAccount()
  const { data } = useInfiniteQuery(payoutsOf(id))
  return data?.pages.some(({ items }) => items.some(({ status }) => status === 'started'))
}

function Acts({ details }: { details: Details | null }) {
  const { t } = useTranslation('payouts')
  const [open, setOpen] = useState<'change' | 'remove'>()
  const close = () => setOpen(undefined)
  return (
    <>
      <Group gap="xs">
        <Button variant={details ? 'default' : 'filled'} onClick={() => setOpen('change')}>
          {t(details ? 'details.change' : 'details.add')}
        </Button>
        {details && (
          <Button variant="light" color="red" onClick={() => setOpen('remove')}>
            {t('details.remove')}
          </Button>
        )}
      </Group>
      {open === 'change' && <DetailsDialog details={details} close={close} />}
      {open === 'remove' && <RemoveDialog close={close} />}
    </>
  )
}

function Facts({ details }: { details: Details }) {
  const { t } = useTranslation('payouts')
  const { kind, holder, masked, country, updatedAt } = details
  const isNarrow = useNarrow()
  const where = new Intl.DisplayNames([language()], { type: 'region' }).of(country) ?? country
  const facts = [
    { label: t('details.holder'), value: holder },
    { label: kind === 'iban' ? t('details.iban') : t('details.account'), value: `${masked} · ${where}` },
    { label: t('details.changedLabel'), value: relative(updatedAt) },
  ]
  return (
    <DataList orientation={isNarrow ? 'vertical' : 'horizontal'}>
      {facts.map(({ label, value }) => (
        <DataList.Item key={label}>
          <DataList.ItemLabel>{label}</DataList.ItemLabel>
          <DataList.ItemValue className="stagedoor-breaks">{value}</DataList.ItemValue>
        </DataList.Item>
      ))}
    </DataList>
  )
}
