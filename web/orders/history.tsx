import { Text, Timeline } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { dayAndTime } from '../formats.ts'
import { money } from '../money.ts'
import { Section } from '../shell/section.tsx'
import type { Order } from './queries.ts'

type Step = Order['history'][number]

/** What became of it, step by step, the latest last. */
export function History({ order: { history, currency } }: { order: Order }) {
  const { t } = useTranslation('orders')
  return (
    <Section title={t('history.title')}>
      <Timeline active={history.length} bulletSize={12} lineWidth={2}>
        {history.map((step) => (
          <Timeline.Item key={`${step.at} ${step.what}`} title={<Title step={step} currency={currency} />}>
            <Details step={step} />
          </Timeline.Item>
        ))}
      </Timeline>
    </Section>
  )
}

function Title({ step: { what, details }, currency }: { step: Step; currency: string }) {
  const { t } = useTranslation('orders')
  const amount = typeof details.amount === 'number' ? money(details.amount, currency) : ''
  const to = details.to as 'own' | 'together' | 'again' | undefined
  const step = what === 'moved' && to ? (`moved_${to}` as const) : what
  return (
    <Text size="sm" component="span">
      {t(`history.steps.${step}`, { amount })}
    </Text>
  )
}

/** Who and when; and what was written with it. */
function Details({ step: { at, person, side, details } }: { step: Step }) {
  const { t } = useTranslation('orders')
  const when = dayAndTime(at)
  const said = [details.reason, details.answer, details.why, details.tracking].find(
    (text) => typeof text === 'string' && text !== '',
  )
  return (
    <>
      <Text size="xs" c="dimmed">
        {person ? t('history.by', { person, when }) : side === 'buyer' ? t('history.buyer', { when }) : when}
      </Text>
      {typeof said === 'string' && (
        <Text size="sm" className="stagedoor-breaks">
          {said}
        </Text>
      )}
    </>
  )
}
