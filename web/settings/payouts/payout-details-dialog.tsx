import { Button, Group, PasswordInput, SegmentedControl, Stack, TextInput } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { bankAccountKinds, maxBankNumberLength, maxHolderLength } from '../../../src/payouts/vocabulary.ts'
import { Dialog } from '../../ui/dialog.tsx'
import { ProblemAlert } from '../../ui/problem-alert.tsx'
import { IbanInput } from './iban-input.tsx'
import type { PayoutDetails } from './payout-queries.ts'
import { usePayoutDetailsForm } from './use-payout-details-form.ts'

type Given = { details: PayoutDetails | null; close: () => void }

/** The form for a bank account, with the password. An error is shown at its field, and the typed text stays. */
export function PayoutDetailsDialog({ details, close }: Given) {
  const { t } = useTranslation(['payouts', 'layout'])
  const { form, submit, problem, busy } = usePayoutDetailsForm(details, close)
  const { kind } = form.values
  return (
    <Dialog opened onClose={close} title={t('details.dialog')} centered>
      <form onSubmit={submit} noValidate>
        <Stack>
          <SegmentedControl
            fullWidth
            aria-label={t('details.kind')}
            data={bankAccountKinds.map((value) => ({ value, label: t(`details.kinds.${value}`) }))}
            value={kind}
            onChange={(value) => form.setFieldValue('kind', value)}
          />
          <TextInput
            label={t('details.holder')}
            description={t('details.holderHint')}
            required
            maxLength={maxHolderLength}
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
              {t('layout:form.cancel')}
            </Button>
            <Button type="submit" loading={busy}>
              {t('details.save')}
            </Button>
          </Group>
        </Stack>
      </form>
    </Dialog>
  )
}

function Numbers({ form }: Pick<ReturnType<typeof usePayoutDetailsForm>, 'form'>) {
  const { t } = useTranslation('payouts')
  const number = { required: true, inputMode: 'numeric', autoComplete: 'off', spellCheck: false } as const
  return (
    <>
      <TextInput
        label={t('details.routing')}
        description={t('details.routingHint')}
        {...number}
        maxLength={maxBankNumberLength}
        {...form.getInputProps('routing')}
      />
      <TextInput
        label={t('details.account')}
        {...number}
        maxLength={maxBankNumberLength}
        {...form.getInputProps('account')}
      />
    </>
  )
}
