import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { callApi } from '../data/api.ts'
import { productKeys } from '../data/query-keys.ts'
import { useAccount } from '../session/account-context.ts'
import { showToast, useProblemToast } from '../ui/toasts.ts'
import { showUndoToast } from '../ui/undo-toast.tsx'
import type { Product } from './product-queries.ts'

/** Archives a product without a confirmation, because the notification afterwards can undo it. */
export function useArchiveProduct({ id: product, title }: Product) {
  const { t } = useTranslation('inventory')
  const { id: account } = useAccount()
  const queries = useQueryClient()
  const onError = useProblemToast()
  const params = { account, product }
  const refresh = () => queries.invalidateQueries({ queryKey: productKeys.all(account) })
  const restore = useMutation({
    mutationFn: () => callApi('POST /accounts/:account/products/:product/restore', { params }),
    onSuccess: () => {
      showToast(t('restored', { title }))
      return refresh()
    },
    onError,
  })
  const archive = useMutation({
    mutationFn: () => callApi('POST /accounts/:account/products/:product/archive', { params }),
    onSuccess: () => {
      showUndoToast(t('archived', { title }), () => restore.mutate(), t('archivedText'))
      return refresh()
    },
    onError,
  })
  return { archive, restore }
}
