import { Stack } from '@mantine/core'
import { useQueryClient } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { useRef } from 'react'
import { useTranslation } from 'react-i18next'
import { callApi } from '../data/api.ts'
import { productKeys } from '../data/query-keys.ts'
import { PageHeader } from '../layout/page-header.tsx'
import { useAccount } from '../session/account-context.ts'
import { showToast, useProblemToast } from '../ui/toasts.ts'
import { BackToInventory } from './back-to-inventory.tsx'
import { PhotoField } from './photo-field.tsx'
import { ProductForm } from './product-form.tsx'
import { emptyProductForm, type ProductFormValues, toProductInput } from './product-form-values.ts'
import { useNewProductPhotos } from './use-new-product-photos.ts'

export function NewProductPage() {
  const { t } = useTranslation('inventory')
  const { id: account, currency } = useAccount()
  const { board, send, done } = useCreation()
  return (
    <Stack gap="lg">
      <BackToInventory />
      <PageHeader title={t('form.new')} />
      <ProductForm
        key={account}
        isNew
        initialValues={emptyProductForm}
        currency={currency}
        send={send}
        done={done}
      >
        <PhotoField board={board} />
      </ProductForm>
    </Stack>
  )
}

/**
 * Creates the product first and then sends its photos. If one is refused, the product's page opens, where it can be
 * chosen again.
 */
function useCreation() {
  const { t } = useTranslation('inventory')
  const { id: account, currency } = useAccount()
  const queries = useQueryClient()
  const navigate = useNavigate()
  const tellProblem = useProblemToast()
  const { board, sendAll } = useNewProductPhotos()
  const refused = useRef<Error[]>([])
  const send = async (values: ProductFormValues) => {
    const input = { ...toProductInput(values, currency), quantity: Number(values.quantity) }
    const product = await callApi('POST /accounts/:account/products', { params: { account }, input })
    refused.current = await sendAll(product.id)
    return product
  }
  const done = async ({ id, title }: { id: string; title: string }) => {
    showToast(t('form.created', { title }))
    await queries.invalidateQueries({ queryKey: productKeys.all(account) })
    const [problem] = refused.current
    if (problem) {
      tellProblem(problem)
      await navigate({
        to: '/dashboard/$account/inventory/$product',
        params: { account, product: id },
      })
    } else await navigate({ to: '/dashboard/$account/inventory', params: { account } })
  }
  return { board, send, done }
}
