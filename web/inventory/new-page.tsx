import { Stack } from '@mantine/core'
import { useQueryClient } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { useRef } from 'react'
import { useTranslation } from 'react-i18next'
import { call } from '../api.ts'
import { useAccount } from '../shell/account.ts'
import { PageHead } from '../shell/page-head.tsx'
import { tell, useTellProblem } from '../shell/told.ts'
import { BackToInventory } from './back.tsx'
import { PhotoField } from './photo-field.tsx'
import { ProductForm } from './product-form.tsx'
import { emptyValues, inputOf, type Values } from './product-values.ts'
import { useStagedPhotos } from './staged-photos.ts'

export function NewProductPage() {
  const { t } = useTranslation('inventory')
  const { id: account, currency } = useAccount()
  const { board, send, done } = useCreation()
  return (
    <Stack gap="lg">
      <BackToInventory />
      <PageHead title={t('form.new')} />
      <ProductForm
        key={account}
        isNew
        initialValues={emptyValues}
        currency={currency}
        send={send}
        done={done}
      >
        <PhotoField board={board} />
      </ProductForm>
    </Stack>
  )
}

/** First the product, then its photos: one that is refused leads to the product's page, where it can be chosen anew. */
function useCreation() {
  const { t } = useTranslation('inventory')
  const { id: account, currency } = useAccount()
  const queries = useQueryClient()
  const navigate = useNavigate()
  const tellProblem = useTellProblem()
  const { board, sendAll } = useStagedPhotos()
  const refused = useRef<Error[]>([])
  const send = async (values: Values) => {
    const input = { ...inputOf(values, currency), quantity: Number(values.quantity) }
    const product = await call('POST /accounts/:account/products', { params: { account }, input })
    refused.current = await sendAll(product.id)
    return product
  }
  const done = async ({ id, title }: { id: string; title: string }) => {
    tell(t('form.created', { title }))
    await queries.invalidateQueries({ queryKey: [account, 'products'] })
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
