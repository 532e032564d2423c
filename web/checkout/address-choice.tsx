import { Button, Paper, Radio, Stack } from '@mantine/core'
import { IconPlus } from '@tabler/icons-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { AddressForm } from '../addresses/address-form.tsx'
import { addressInline } from '../addresses/address-lines.ts'
import type { Address } from '../addresses/address-queries.ts'
import { Section } from '../ui/section.tsx'
import type { ItemChoice } from '../ui/use-item-choice.ts'

export function AddressChoice({ items, chosen, choose }: ItemChoice<Address>) {
  const { t } = useTranslation('spending')
  const [isAdding, setAdding] = useState(false)
  const isFirst = items.length === 0
  return (
    <Section title={t('checkout.address')}>
      {!isFirst && (
        <Radio.Group aria-label={t('checkout.address')} value={chosen ?? null} onChange={choose}>
          <Stack gap="sm">
            {items.map((address) => (
              <Radio
                key={address.id}
                value={address.id}
                label={address.name}
                description={addressInline(address)}
              />
            ))}
          </Stack>
        </Radio.Group>
      )}
      {isAdding || isFirst ? (
        <Paper p="md">
          <AddressForm
            before={items[0]}
            submit={t('addresses.use')}
            cancel={isFirst ? undefined : () => setAdding(false)}
            done={({ id }) => {
              choose(id)
              setAdding(false)
            }}
          />
        </Paper>
      ) : (
        <div>
          <Button
            variant="default"
            size="xs"
            leftSection={<IconPlus size="1rem" aria-hidden />}
            onClick={() => setAdding(true)}
          >
            {t('addresses.add')}
          </Button>
        </div>
      )}
    </Section>
  )
}
