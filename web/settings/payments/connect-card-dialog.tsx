import { Accordion, Button, Group, MaskInput, SimpleGrid, Stack, Text, TextInput } from '@mantine/core'
import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { cvcDigits } from '../../../src/payments/vocabulary.ts'
import { useAccount } from '../../session/account-context.ts'
import { Dialog } from '../../ui/dialog.tsx'
import { ProblemAlert } from '../../ui/problem-alert.tsx'
import { showToast } from '../../ui/toasts.ts'
import { useProblemForm } from '../../ui/use-problem-form.ts'
import {
  cardNumberMask,
  emptyCardForm,
  isAmex,
  isCardNumber,
  isExpiryPast,
  isSecurityCode,
  parseCardExpiry,
  withExpirySlash,
} from './card-form-values.ts'
import { connectCard } from './connect-card.ts'
import { type PaymentMethod, paymentMethodName, paymentMethodsQuery } from './payment-method-queries.ts'
import { TestCards } from './test-cards.tsx'

type Given = { close: () => void; done?: (method: PaymentMethod) => void }

/** The form for a card. A refusal is shown at the field that it is about. */
export function ConnectCardDialog(given: Given) {
  const { t } = useTranslation(['payments', 'layout'])
  const { form, submit, problem, busy } = useConnecting(given)
  const [filled, setFilled] = useState('')
  const { value: _, onChange: __, ...number } = form.getInputProps('number')
  return (
    <Dialog opened onClose={given.close} title={t('form.title')} centered>
      <form onSubmit={submit} noValidate>
        <Stack>
          <Text size="sm">{t('form.stored')}</Text>
          <MaskInput
            key={filled}
            defaultValue={filled}
            label={t('form.number')}
            required
            mask={cardNumberMask()}
            modify={(typed) => (isAmex(typed) ? { mask: cardNumberMask(true) } : undefined)}
            slotChar={null}
            showMaskOnFocus={false}
            inputMode="numeric"
            autoComplete="cc-number"
            data-autofocus
            onChangeRaw={(typed) => form.setFieldValue('number', typed)}
            {...number}
          />
          <SimpleGrid cols={2}>
            <TextInput
              label={t('form.expiry')}
              required
              inputMode="numeric"
              autoComplete="cc-exp"
              {...form.getInputProps('expiry')}
              onChange={({ currentTarget }) =>
                form.setFieldValue('expiry', withExpirySlash(currentTarget.value, form.values.expiry))
              }
            />
            <TextInput
              label={t('form.cvc')}
              description={t('form.cvcHint')}
              required
              inputMode="numeric"
              autoComplete="cc-csc"
              maxLength={cvcDigits.max}
              {...form.getInputProps('cvc')}
            />
          </SimpleGrid>
          <ProblemAlert problem={problem} />
          <Group justify="flex-end">
            <Button variant="default" onClick={given.close}>
              {t('layout:form.cancel')}
            </Button>
            <Button type="submit" loading={busy}>
              {t('form.submit')}
            </Button>
          </Group>
        </Stack>
      </form>
      <Sandbox
        use={(number) => {
          form.setFieldValue('number', number)
          setFilled(number)
        }}
      />
    </Dialog>
  )
}

/** The card numbers for trying things out, while the provider is the sandbox. */
function Sandbox({ use }: { use: (number: string) => void }) {
  const { t } = useTranslation('payments')
  const { id } = useAccount()
  const { data } = useQuery(paymentMethodsQuery(id))
  if (data?.provider !== 'sandbox') return null
  return (
    <Accordion variant="contained" mt="md" order={3}>
      <Accordion.Item value="sandbox">
        <Accordion.Control>{t('sandbox.title')}</Accordion.Control>
        <Accordion.Panel>
          <TestCards use={use} />
        </Accordion.Panel>
      </Accordion.Item>
    </Accordion>
  )
}

function useConnecting({ close, done }: Given) {
  const { t } = useTranslation('payments')
  const { id: account } = useAccount()
  const queries = useQueryClient()
  return useProblemForm({
    initialValues: emptyCardForm,
    validate: ({ number, expiry, cvc }) => ({
      number: isCardNumber(number) ? null : t('form.numberWrong'),
      expiry: wrongExpiry(expiry),
      cvc: isSecurityCode(cvc) ? null : t('form.cvcWrong'),
    }),
    send: (card) => connectCard(account, card),
    done: async (method) => {
      showToast(t('form.done', { card: paymentMethodName(method) }))
      await queries.invalidateQueries({ queryKey: paymentMethodsQuery(account).queryKey })
      done?.(method)
      close()
    },
  })

  function wrongExpiry(typed: string) {
    const end = parseCardExpiry(typed)
    if (!end) return t('form.expiryWrong')
    return isExpiryPast(end) ? t('form.expiryPast') : null
  }
}
