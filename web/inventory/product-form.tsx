import {
  Autocomplete,
  Button,
  Checkbox,
  Group,
  Radio,
  Select,
  SimpleGrid,
  Stack,
  Textarea,
  TextInput,
} from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { asTyped, symbol } from '../money.ts'
import { useAccount } from '../shell/account.ts'
import { useProblemForm } from '../shell/form.ts'
import { ProblemAlert } from '../shell/problem-alert.tsx'
import { conditions, isCount, isPrice, isWeight, sales, type Values } from './product-values.ts'
import { categoriesOf, type Product } from './products.ts'

type Given = {
  initialValues: Values
  currency: string
  isNew?: boolean
  /** What stands between the fields and the button. */
  children?: ReactNode
  send: (values: Values) => Promise<Product>
  done: (product: Product) => unknown
}

export function ProductForm({ initialValues, currency, isNew = false, children, send, done }: Given) {
  const { t } = useTranslation(['inventory', 'shell'])
  const checks = useChecks(currency)
  const { form, submit, problem, busy } = useProblemForm({
    initialValues,
    validate: (values) => ({ ...checks(values), ...(!isNew && { quantity: null }) }),
    send,
    done,
  })
  const { data: categories } = useQuery(categoriesOf(useAccount().id))
  return (
    <form onSubmit={submit} noValidate>
      <Stack maw="var(--stagedoor-form)">
        <TextInput label={t('form.title')} required maxLength={200} {...form.getInputProps('title')} />
        <Textarea
          label={t('form.description')}
          autosize
          minRows={3}
          maxRows={12}
          maxLength={5000}
          {...form.getInputProps('description')}
        />
        <Radio.Group label={t('form.sale')} {...form.getInputProps('sale')}>
          <Group pt={4}>
            {sales.map((sale) => (
              <Radio key={sale} value={sale} label={t(`sales.${sale}`)} />
            ))}
          </Group>
        </Radio.Group>
        <SimpleGrid cols={{ base: 1, xs: 2 }}>
          <TextInput
            label={t(form.values.sale === 'auction' ? 'form.startingBid' : 'form.price')}
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
          <Autocomplete
            label={t('form.category')}
            maxLength={80}
            data={categories?.items.map(({ name }) => name) ?? []}
            limit={8}
            {...form.getInputProps('category')}
          />
          <Select
            label={t('form.condition')}
            data={conditions.map((value) => ({ value, label: t(`conditions.${value}`) }))}
            {...form.getInputProps('condition')}
          />
          <TextInput
            label={t('form.weight')}
            description={t('form.weightHint')}
            inputMode="numeric"
            rightSection="g"
            {...form.getInputProps('weight')}
          />
          <TextInput
            label={t('form.sku')}
            description={t('form.skuHint')}
            maxLength={80}
            {...form.getInputProps('sku')}
          />
        </SimpleGrid>
        {children}
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
  const [example, most] = [asTyped(1250, currency), asTyped(100_000_000, currency)]
  return ({ title, price, quantity, weight }: Values) => ({
    title: title.trim() === '' ? t('form.titleMissing') : null,
    price: isPrice(price, currency) ? null : t('form.priceWrong', { example, most }),
    quantity: isCount(quantity) && Number(quantity) <= 1_000_000 ? null : t('form.quantityWrong'),
    weight: isWeight(weight) ? null : t('form.weightWrong'),
  })
}
