import { Alert, Radio, Stack, Text } from '@mantine/core'
import { IconCreditCard } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import { list } from '../formats.ts'
import { ConnectButton } from '../payments/connect-button.tsx'
import { endOf, isExpired, type Method, nameOf } from '../payments/methods.ts'
import { useAccount, useMay } from '../shell/account.ts'
import { useGivers } from '../shell/givers.ts'
import { LinkAnchor } from '../shell/links.tsx'
import { ProblemAlert } from '../shell/problem-alert.tsx'
import { RowsSkeleton } from '../shell/rows-skeleton.tsx'
import { Section } from '../shell/section.tsx'
import type { Choice } from './use-choice.ts'

export function MethodChoice({ items, error, refetch, chosen, choose }: Choice<Method>) {
  const { t } = useTranslation('spending')
  const { id } = useAccount()
  const isManager = useMay()('payment_methods.manage')
  return (
    <Section title={t('checkout.method')}>
      {!items && (error ? <ProblemAlert problem={error} retry={refetch} /> : <RowsSkeleton of={2} />)}
      {items?.length === 0 && (isManager ? <Connect choose={choose} /> : <AskTheOwner />)}
      {items && items.length > 0 && (
        <>
          <Radio.Group aria-label={t('checkout.method')} value={chosen ?? null} onChange={choose}>
            <Stack gap="sm">
              {items.map((method) => (
                <Radio
                  key={method.id}
                  value={method.id}
                  label={nameOf(method)}
                  description={t(isExpired(method) ? 'method.expired' : 'method.expires', endOf(method))}
                />
              ))}
            </Stack>
          </Radio.Group>
          {isManager && (
            <div>
              <LinkAnchor
                to="/dashboard/$account/settings/payment-methods"
                params={{ account: id }}
                size="sm"
              >
                {t('method.manage')}
              </LinkAnchor>
            </div>
          )}
        </>
      )}
    </Section>
  )
}

/** The Owner connects one right here: nothing of the checkout is lost. */
function Connect({ choose }: { choose: (id: string) => void }) {
  const { t } = useTranslation('spending')
  return (
    <Alert color="gray" icon={<IconCreditCard aria-hidden />} title={t('method.none')}>
      <Stack gap="sm" align="flex-start">
        <Text size="sm">{t('method.owner')}</Text>
        <ConnectButton done={({ id }) => choose(id)} />
      </Stack>
    </Alert>
  )
}

function AskTheOwner() {
  const { t } = useTranslation('spending')
  const { people } = useGivers('payment_methods.manage')
  return (
    <Alert color="gray" icon={<IconCreditCard aria-hidden />} title={t('method.none')}>
      <Text size="sm">
        {people.length > 0 ? t('method.ask', { people: list(people) }) : t('method.askOwner')}
      </Text>
    </Alert>
  )
}
