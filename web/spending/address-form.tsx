import { Button, Checkbox, Group, Select, SimpleGrid, Stack, TextInput } from '@mantine/core'
import { useQueryClient } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { call } from '../api.ts'
import { useAccount } from '../shell/account.ts'
import { useProblemForm } from '../shell/form.ts'
import { ProblemAlert } from '../shell/problem-alert.tsx'
import { tell } from '../shell/told.ts'
import { emptyValues, inputOf, type Values, valuesOf } from './address-values.ts'
import { type Address, addressesOf } from './addresses.ts'
import { countryChoices } from './countries.ts'

type Given = {
  /** The one to change; without it, a new one is added. */
  address?: Address
  /** One that was added before, to begin from. */
  before?: Address | undefined
  submit: string
  done: (address: Address) => void
  /** The way back, where the form stands among other things. */
  cancel?: (() => void) | undefined
}

export function AddressForm({ address, before, submit: label, done, cancel }: Given) {
  const { t } = useTranslation(['spending', 'shell'])
  const { form, submit, problem, busy } = useAddressForm(address, before, done)
  const field = (name: keyof Values, autoComplete: string, required = true) => ({
    label: t(`addresses.${name as 'name'}`),
    required,
    autoComplete: `shipping ${autoComplete}`,
    ...form.getInputProps(name),
  })
  return (
    <form onSubmit={submit} noValidate>
      <Stack>
        <TextInput {...field('name', 'name')} maxLength={100} />
        <TextInput {...field('line1', 'address-line1')} maxLength={120} />
        <TextInput {...field('line2', 'address-line2', false)} maxLength={120} />
        <SimpleGrid cols={{ base: 1, xs: 2 }}>
          <TextInput {...field('postalCode', 'postal-code')} maxLength={16} />
          <TextInput {...field('city', 'address-level2')} maxLength={80} />
        </SimpleGrid>
        <SimpleGrid cols={{ base: 1, xs: 2 }}>
          <Select
            {...field('country', 'country-name')}
            data={countryChoices()}
            searchable
            nothingFoundMessage={t('addresses.nowhere')}
          />
          <TextInput {...field('region', 'address-level1', false)} maxLength={80} />
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
              {t('shell:form.cancel')}
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
    initialValues: address ? valuesOf(address) : emptyValues(before),
    validate: ({ name, line1, postalCode, city, country }) => ({
      name: needed(name),
      line1: needed(line1),
      postalCode: needed(postalCode),
      city: needed(city),
      country: needed(country),
    }),
    send: (values) =>
      address
        ? call('PATCH /accounts/:account/addresses/:address', {
            params: { account, address: address.id },
            input: inputOf(values),
          })
        : call('POST /accounts/:account/addresses', { params: { account }, input: inputOf(values) }),
    done: async (saved) => {
      tell(t('addresses.saved', { name: saved.name }))
      await queries.invalidateQueries({ queryKey: addressesOf(account).queryKey })
      done(saved)
    },
  })
}
