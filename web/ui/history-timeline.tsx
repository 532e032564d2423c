import { Text, Timeline } from '@mantine/core'
import { formatMoney } from '../i18n/money.ts'
import { Section } from './section.tsx'

type HistoryStep = { at: string; what: string; details: Record<string, unknown> }
type Given<Step extends HistoryStep> = {
  title: string
  steps: Step[]
  currency: string
  /** What happened; `amount` is empty where no money moved. */
  describe: (step: Step, amount: string) => string
  /** Who did it and when. */
  byline: (step: Step) => string
  /** What a person wrote with it. */
  note: (step: Step) => string | undefined
}

/** What happened to an order or a purchase, step by step, the latest last. */
export function HistoryTimeline<Step extends HistoryStep>({ title, steps, currency, ...words }: Given<Step>) {
  return (
    <Section title={title}>
      <Timeline active={steps.length} bulletSize={12} lineWidth={2}>
        {steps.map((step) => (
          <Timeline.Item
            key={`${step.at} ${step.what}`}
            title={
              <Text size="sm" component="span">
                {words.describe(step, amountOf(step, currency))}
              </Text>
            }
          >
            <Text size="xs" c="dimmed">
              {words.byline(step)}
            </Text>
            <Note text={words.note(step)} />
          </Timeline.Item>
        ))}
      </Timeline>
    </Section>
  )
}

const amountOf = ({ details: { amount } }: HistoryStep, currency: string) =>
  typeof amount === 'number' ? formatMoney(amount, currency) : ''

const Note = ({ text }: { text: string | undefined }) =>
  text && (
    <Text size="sm" className="stagedoor-breaks">
      {text}
    </Text>
  )

/** The first of some details that is a text. */
export const firstText = (...details: unknown[]): string | undefined =>
  details.find((detail) => typeof detail === 'string' && detail !== '') as string | undefined
