import { Alert, Radio, Stack, Text } from '@mantine/core'
import { IconCreditCard } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import { formatList } from '../i18n/formats.ts'
import { useAccount, useMay } from '../session/account-context.ts'
import { useWhoCanGrant } from '../session/who-can-grant.ts'
import { ConnectCardButton } from '../settings/payments/connect-card-button.tsx'
import {
  isPaymentMethodExpired,
  type PaymentMethod,
  paymentMethodExpiry,
  paymentMethodName,
} from '../settings/payments/payment-method-queries.ts'
import { LinkAnchor } from '../ui/links.tsx'
import { Section } from '../ui/section.tsx'
import type { ItemChoice } from '../ui/use-item-choice.ts'

export function PaymentMethodChoice({ items, chosen, choose }: ItemChoice<PaymentMethod>) {
  const { t } = useTranslation('spending')
  const { id } = useAccount()
  const isManager = useMay()('payment_methods.manage')
  return (
    <Section title={t('checkout.method')}>
      {items.length === 0 && (isManager ? <Connect choose={choose} /> : <AskTheOwner />)}
      {items.length > 0 && (
        <>
          <Radio.Group aria-label={t('checkout.method')} value={chosen ?? null} onChange={choose}>
            <Stack gap="sm">
              {items.map((method) => (
                <Radio
                  key={method.id}
                  value={method.id}
                  label={paymentMethodName(method)}
                  description={t(
                    isPaymentMethodExpired(method) ? 'method.expired' : 'method.expires',
                    paymentMethodExpiry(method),
                  )}
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

/** Lets the Owner connect a card within the checkout. */
function Connect({ choose }: { choose: (id: string) => void }) {
  const { t } = useTranslation('spending')
  return (
    <Alert color="gray" icon={<IconCreditCard aria-hidden />} title={t('method.none')}>
      <Stack gap="sm" align="flex-start">
        <Text size="sm">{t('method.owner')}</Text>
        <ConnectCardButton done={({ id }) => choose(id)} />
      </Stack>
    </Alert>
  )
}

function AskTheOwner() {
  const { t } = useTranslation('spending')
  const { people } = useWhoCanGrant('payment_methods.manage')
  return (
    <Alert color="gray" icon={<IconCreditCard aria-hidden />} title={t('method.none')}>
      <Text size="sm">
        {people.length > 0 ? t('method.ask', { people: formatList(people) }) : t('method.askOwner')}
      </Text>
    </Alert>
  )
}
