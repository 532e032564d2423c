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
import {
  maxProductPrice,
  productConditions,
  productLimits,
  saleKinds,
} from '../../src/inventory/vocabulary.ts'
import { currencySymbol, toMoneyInput } from '../i18n/money.ts'
import { useAccount } from '../session/account-context.ts'
import { ProblemAlert } from '../ui/problem-alert.tsx'
import { useProblemForm } from '../ui/use-problem-form.ts'
import { isQuantity, isValidPrice, isWeightGrams, type ProductFormValues } from './product-form-values.ts'
import { type Product, productCategoriesQuery } from './product-queries.ts'

type Given = {
  initialValues: ProductFormValues
  currency: string
  isNew?: boolean
  /** Content between the fields and the button. */
  children?: ReactNode
  send: (values: ProductFormValues) => Promise<Product>
  done: (product: Product) => unknown
}

export function ProductForm({ initialValues, currency, isNew = false, children, send, done }: Given) {
  const { t } = useTranslation(['inventory', 'layout'])
  const checks = useChecks(currency)
  const { form, submit, problem, busy } = useProblemForm({
    initialValues,
    validate: (values) => ({ ...checks(values), ...(!isNew && { quantity: null }) }),
    send,
    done,
  })
  const { data: categories } = useQuery(productCategoriesQuery(useAccount().id))
  return (
    <form onSubmit={submit} noValidate>
      <Stack maw="var(--stagedoor-form)">
        <TextInput
          label={t('form.title')}
          required
          maxLength={productLimits.title}
          {...form.getInputProps('title')}
        />
        <Textarea
          label={t('form.description')}
          autosize
          minRows={3}
          maxRows={12}
          maxLength={productLimits.description}
          {...form.getInputProps('description')}
        />
        <Radio.Group label={t('form.sale')} {...form.getInputProps('sale')}>
          <Group pt={4}>
            {saleKinds.map((sale) => (
              <Radio key={sale} value={sale} label={t(`sales.${sale}`)} />
            ))}
          </Group>
        </Radio.Group>
        <SimpleGrid cols={{ base: 1, xs: 2 }}>
          <TextInput
            label={t(form.values.sale === 'auction' ? 'form.startingBid' : 'form.price')}
            required
            inputMode="decimal"
            leftSection={currencySymbol(currency)}
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
            maxLength={productLimits.category}
            data={categories?.items.map(({ name }) => name) ?? []}
            limit={8}
            {...form.getInputProps('category')}
          />
          <Select
            label={t('form.condition')}
            data={productConditions.map((value) => ({ value, label: t(`conditions.${value}`) }))}
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
            maxLength={productLimits.sku}
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
            {isNew ? t('form.create') : t('layout:form.save')}
          </Button>
        </Group>
      </Stack>
    </form>
  )
}

function useChecks(currency: string) {
  const { t } = useTranslation('inventory')
  const [example, most] = [toMoneyInput(1250, currency), toMoneyInput(maxProductPrice, currency)]
  return ({ title, price, quantity, weight }: ProductFormValues) => ({
    title: title.trim() === '' ? t('form.titleMissing') : null,
    price: isValidPrice(price, currency) ? null : t('form.priceWrong', { example, most }),
    quantity: isQuantity(quantity) && Number(quantity) <= 1_000_000 ? null : t('form.quantityWrong'),
    weight: isWeightGrams(weight) ? null : t('form.weightWrong'),
  })
}
