import { Button, Group, PasswordInput, SegmentedControl, Stack, TextInput } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { ProblemAlert } from '../shell/problem-alert.tsx'
import { Sheet } from '../shell/sheet.tsx'
import { IbanInput } from './iban-input.tsx'
import type { Details } from './payouts.ts'
import { kinds, useDetails } from './use-details.ts'

type Given = { details: Details | null; close: () => void }

/** A bank account and the password. What is wrong with a number stands at it, and what was typed stays. */
export function DetailsDialog({ details, close }: Given) {
  const { t } = useTranslation(['payouts', 'shell'])
  const { form, submit, problem, busy } = useDetails(details, close)
  const { kind } = form.values
  return (
    <Sheet opened onClose={close} title={t('details.dialog')} centered>
      <form onSubmit={submit} noValidate>
        <Stack>
          <SegmentedControl
            fullWidth
            aria-label={t('details.kind')}
            data={kinds.map((value) => ({ value, label: t(`details.kinds.${value}`) }))}
            value={kind}
            onChange={(value) => form.setFieldValue('kind', value)}
          />
          <TextInput
            label={t('details.holder')}
            description={t('details.holderHint')}
            required
            maxLength={80}
            autoComplete="name"
            data-autofocus
            {...form.getInputProps('holder')}
          />
          {kind === 'iban' ? (
            <IbanInput
              typed={form.values.iban}
              error={form.errors.iban}
              type={(iban) => form.setFieldValue('iban', iban)}
            />
          ) : (
            <Numbers form={form} />
          )}
          <PasswordInput
            label={t('details.password')}
            description={t('details.passwordHint')}
            required
            autoComplete="current-password"
            {...form.getInputProps('password')}
          />
          <ProblemAlert problem={problem} />
          <Group justify="flex-end">
            <Button variant="default" onClick={close}>
              {t('shell:form.cancel')}
            </Button>
            <Button type="submit" loading={busy}>
              {t('details.save')}
            </Button>
          </Group>
        </Stack>
      </form>
    </Sheet>
  )
}

function Numbers({ form }: Pick<ReturnType<typeof useDetails>, 'form'>) {
  const { t } = useTranslation('payouts')
  const number = { required: true, inputMode: 'numeric', autoComplete: 'off', spellCheck: false } as const
  return (
    <>
      <TextInput
        label={t('details.routing')}
        description={t('details.routingHint')}
        {...number}
        maxLength={20}
        {...form.getInputProps('routing')}
      />
      <TextInput label={t('details.account')} {...number} maxLength={30} {...form.getInputProps('account')} />
    </>
  )
}
