import { Text, Timeline } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { dayAndTime } from '../formats.ts'
import { money } from '../money.ts'
import { Section } from '../shell/section.tsx'
import type { Purchase } from './purchases.ts'

type Step = Purchase['history'][number]

/** What became of it, step by step, the latest last. */
export function History({ purchase: { history, currency } }: { purchase: Purchase }) {
  const { t } = useTranslation('spending')
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
  const { t } = useTranslation('spending')
  const amount = typeof details.amount === 'number' ? money(details.amount, currency) : ''
  return (
    <Text size="sm" component="span">
      {t(`history.steps.${what}`, { amount })}
    </Text>
  )
}

/** Who and when; and what was written with it. */
function Details({ step: { at, person, details } }: { step: Step }) {
  const { t } = useTranslation('spending')
  const when = dayAndTime(at)
  const said = [details.reason, details.answer].find((text) => typeof text === 'string' && text !== '')
  return (
    <>
      <Text size="xs" c="dimmed">
        {person ? t('history.by', { person, when }) : when}
      </Text>
      {typeof said === 'string' && <Said text={said} />}
    </>
  )
}

/** A decline's reason is a code and has words of its own; any other was typed by somebody. */
function Said({ text }: { text: string }) {
  const { t, i18n } = useTranslation('spending')
  const isDecline = i18n.exists(`spending:declines.${text}`)
  return (
    <Text size="sm" className="stagedoor-breaks">
      {isDecline ? t(`declines.${text as 'card_declined'}`) : text}
    </Text>
  )
}
