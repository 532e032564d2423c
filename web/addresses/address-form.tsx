import { Button, Checkbox, Group, Select, SimpleGrid, Stack, TextInput } from '@mantine/core'
import { useQueryClient } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { addressLimits } from '../../src/spending/vocabulary.ts'
import { callApi } from '../data/api.ts'
import { useAccount } from '../session/account-context.ts'
import { ProblemAlert } from '../ui/problem-alert.tsx'
import { showToast } from '../ui/toasts.ts'
import { useProblemForm } from '../ui/use-problem-form.ts'
import {
  type AddressFormValues,
  emptyAddressForm,
  toAddressForm,
  toAddressInput,
} from './address-form-values.ts'
import { type Address, addressesQuery } from './address-queries.ts'
import { countryChoices } from './countries.ts'

type Given = {
  /** The address to change; without it, a new one is added. */
  address?: Address
  /** An address that was added before, whose country is the default. */
  before?: Address | undefined
  submit: string
  done: (address: Address) => void
  /** Called by the cancel button, which is shown only if this is given. */
  cancel?: (() => void) | undefined
}

export function AddressForm({ address, before, submit: label, done, cancel }: Given) {
  const { t } = useTranslation(['spending', 'layout'])
  const { form, submit, problem, busy } = useAddressForm(address, before, done)
  const field = (name: keyof AddressFormValues, autoComplete: string, required = true) => ({
    label: t(`addresses.${name as 'name'}`),
    required,
    autoComplete: `shipping ${autoComplete}`,
    ...form.getInputProps(name),
  })
  return (
    <form onSubmit={submit} noValidate>
      <Stack>
        <TextInput {...field('name', 'name')} maxLength={addressLimits.name} />
        <TextInput {...field('line1', 'address-line1')} maxLength={addressLimits.line1} />
        <TextInput {...field('line2', 'address-line2', false)} maxLength={addressLimits.line2} />
        <SimpleGrid cols={{ base: 1, xs: 2 }}>
          <TextInput {...field('postalCode', 'postal-code')} maxLength={addressLimits.postalCode} />
          <TextInput {...field('city', 'address-level2')} maxLength={addressLimits.city} />
        </SimpleGrid>
        <SimpleGrid cols={{ base: 1, xs: 2 }}>
          <Select
            {...field('country', 'country-name')}
            data={countryChoices()}
            searchable
            nothingFoundMessage={t('addresses.nowhere')}
          />
          <TextInput {...field('region', 'address-level1', false)} maxLength={addressLimits.region} />
        </SimpleGrid>
        {!address?.preferred && (
          <Checkbox
            label={t('addresses.preferThis')}
            {...form.getInputProps('preferred', { type: 'checkbox' })}
          />
        )}
        <ProblemAlert problem={problem} />
        <Group justify="flex-end">
          {cancel && (
            <Button variant="default" onClick={cancel}>
              {t('layout:form.cancel')}
            </Button>
          )}
          <Button type="submit" variant={cancel ? 'light' : 'filled'} loading={busy}>
            {label}
          </Button>
        </Group>
      </Stack>
    </form>
  )
}

function useAddressForm(address: Address | undefined, before: Address | undefined, done: Given['done']) {
  const { t } = useTranslation('spending')
  const { id: account } = useAccount()
  const queries = useQueryClient()
  const needed = (text: string | null) => ((text ?? '').trim() === '' ? t('addresses.missing') : null)
  return useProblemForm({
    initialValues: address ? toAddressForm(address) : emptyAddressForm(before),
    validate: ({ name, line1, postalCode, city, country }) => ({
      name: needed(name),
      line1: needed(line1),
      postalCode: needed(postalCode),
      city: needed(city),
      country: needed(country),
    }),
    send: (values) =>
      address
        ? callApi('PATCH /accounts/:account/addresses/:address', {
            params: { account, address: address.id },
            input: toAddressInput(values),
          })
        : callApi('POST /accounts/:account/addresses', {
            params: { account },
            input: toAddressInput(values),
          }),
    done: async (saved) => {
      showToast(t('addresses.saved', { name: saved.name }))
      await queries.invalidateQueries({ queryKey: addressesQuery(account).queryKey })
      done(saved)
    },
  })
}
