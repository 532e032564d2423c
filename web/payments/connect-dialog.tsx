import { Accordion, Button, Group, MaskInput, SimpleGrid, Stack, Text, TextInput } from '@mantine/core'
import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useAccount } from '../shell/account.ts'
import { useProblemForm } from '../shell/form.ts'
import { ProblemAlert } from '../shell/problem-alert.tsx'
import { Sheet } from '../shell/sheet.tsx'
import { tell } from '../shell/told.ts'
import { cardMask, emptyCard, isAmex, isCode, isNumber, isPast, readExpiry, withStroke } from './card.ts'
import { connect } from './connect.ts'
import { type Method, methodsOf, nameOf } from './methods.ts'
import { TestCards } from './test-cards.tsx'

type Given = { close: () => void; done?: (method: Method) => void }

/** A card, typed as it stands there. Refusals stand at the field that they are about. */
export function ConnectDialog(given: Given) {
  const { t } = useTranslation(['payments', 'shell'])
  const { form, submit, problem, busy } = useConnecting(given)
  const [filled, setFilled] = useState('')
  const { value: _, onChange: __, ...number } = form.getInputProps('number')
  return (
    <Sheet opened onClose={given.close} title={t('form.title')} centered>
      <form onSubmit={submit} noValidate>
        <Stack>
          <Text size="sm">{t('form.stored')}</Text>
          <MaskInput
            key={filled}
            defaultValue={filled}
            label={t('form.number')}
            required
            mask={cardMask()}
            modify={(typed) => (isAmex(typed) ? { mask: cardMask(true) } : undefined)}
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
                form.setFieldValue('expiry', withStroke(currentTarget.value, form.values.expiry))
              }
            />
            <TextInput
              label={t('form.cvc')}
              description={t('form.cvcHint')}
              required
              inputMode="numeric"
              autoComplete="cc-csc"
              maxLength={4}
              {...form.getInputProps('cvc')}
            />
          </SimpleGrid>
          <ProblemAlert problem={problem} />
          <Group justify="flex-end">
            <Button variant="default" onClick={given.close}>
              {t('shell:form.cancel')}
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
    </Sheet>
  )
}

/** Which numbers there are to try, while no real provider charges them. */
function Sandbox({ use }: { use: (number: string) => void }) {
  const { t } = useTranslation('payments')
  const { id } = useAccount()
  const { data } = useQuery(methodsOf(id))
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
    initialValues: emptyCard,
    validate: ({ number, expiry, cvc }) => ({
      number: isNumber(number) ? null : t('form.numberWrong'),
      expiry: wrongExpiry(expiry),
      cvc: isCode(cvc) ? null : t('form.cvcWrong'),
    }),
    send: (card) => connect(account, card),
    done: async (method) => {
      tell(t('form.done', { card: nameOf(method) }))
      await queries.invalidateQueries({ queryKey: methodsOf(account).queryKey })
      done?.(method)
      close()
    },
  })

  function wrongExpiry(typed: string) {
    const end = readExpiry(typed)
    if (!end) return t('form.expiryWrong')
    return isPast(end) ? t('form.expiryPast') : null
  }
}
