import { Stack } from '@mantine/core'
import { useQueryClient } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { call } from '../api.ts'
import { useAccount } from '../shell/account.ts'
import { PageHead } from '../shell/page-head.tsx'
import { tell } from '../shell/told.ts'
import { BackToInventory } from './back.tsx'
import { ProductForm } from './product-form.tsx'
import { emptyValues, inputOf } from './product-values.ts'

export function NewProductPage() {
  const { t } = useTranslation('inventory')
  const { id: account, currency } = useAccount()
  const queries = useQueryClient()
  const navigate = useNavigate()
  return (
    <Stack gap="lg">
      <BackToInventory />
      <PageHead title={t('form.new')} />
      <ProductForm
        isNew
        initialValues={emptyValues}
        currency={currency}
        send={(values) =>
          call('POST /accounts/:account/products', {
            params: { account },
            input: { ...inputOf(values, currency), quantity: Number(values.quantity) },
          })
        }
        done={async ({ title }) => {
          tell(t('form.created', { title }))
          await queries.invalidateQueries({ queryKey: [account, 'products'] })
          await navigate({ to: '/dashboard/$account/inventory', params: { account } })
        }}
      />
    </Stack>
  )
}
