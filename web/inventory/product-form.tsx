import { Button, Checkbox, Group, SimpleGrid, Stack, Textarea, TextInput } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { asTyped, symbol, toMinor } from '../money.ts'
import { useProblemForm } from '../shell/form.ts'
import { ProblemAlert } from '../shell/problem-alert.tsx'
import { isCount, type Values } from './product-values.ts'
import type { Product } from './products.ts'

type Given = {
  initialValues: Values
  currency: string
  isNew?: boolean
  send: (values: Values) => Promise<Product>
  done: (product: Product) => unknown
}

export function ProductForm({ initialValues, currency, isNew = false, send, done }: Given) {
  const { t } = useTranslation(['inventory', 'shell'])
  const checks = useChecks(currency)
  const { form, submit, problem, busy } = useProblemForm({
    initialValues,
    validate: (values) => ({ ...checks(values), ...(!isNew && { quantity: null }) }),
    send,
    done,
  })
  return (
    <form onSubmit={submit} noValidate>
      <Stack maw="var(--stagedoor-form)">
        <TextInput label={t('form.title')} required maxLength={200} {...form.getInputProps('title')} />
        <SimpleGrid cols={{ base: 1, xs: 2 }}>
          <TextInput
            label={t('form.price')}
            required
            inputMode="decimal"
            leftSection={symbol(currency)}
            leftSectionWidth="var(--stagedoor-sign)"
            {...form.getInputProps('price')}
          />
          {isNew && (
            <TextInput
              label={t('form.quantity')}
              required
              inputMode="numeric"
              {...form.getInputProps('quantity')}
            />
          )}
        </SimpleGrid>
        <SimpleGrid cols={{ base: 1, xs: 2 }}>
          <TextInput label={t('form.category')} maxLength={80} {...form.getInputProps('category')} />
          <TextInput
            label={t('form.sku')}
            description={t('form.skuHint')}
            maxLength={80}
            {...form.getInputProps('sku')}
          />
        </SimpleGrid>
        <Textarea
          label={t('form.description')}
          autosize
          minRows={3}
          maxRows={12}
          {...form.getInputProps('description')}
        />
        <Checkbox
          label={t('form.draft')}
          description={t('form.draftHint')}
          {...form.getInputProps('draft', { type: 'checkbox' })}
        />
        <ProblemAlert problem={problem} />
        <Group>
          <Button type="submit" loading={busy} disabled={!isNew && !form.isDirty()}>
            {isNew ? t('form.create') : t('shell:form.save')}
          </Button>
        </Group>
      </Stack>
    </form>
  )
}

function useChecks(currency: string) {
  const { t } = useTranslation('inventory')
  const example = asTyped(1250, currency)
  return ({ title, price, quantity }: Values) => ({
    title: title.trim() === '' ? t('form.titleMissing') : null,
    price: toMinor(price, currency) === undefined ? t('form.priceWrong', { example }) : null,
    quantity: isCount(quantity) ? null : t('form.quantityWrong'),
  })
}
