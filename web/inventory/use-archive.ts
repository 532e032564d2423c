import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { call } from '../api.ts'
import { useAccount } from '../shell/account.ts'
import { tell, useTellProblem } from '../shell/told.ts'
import { tellWithUndo } from '../shell/undo.tsx'
import type { Product } from './products.ts'

/** Archiving needs no question before it, because the notification after it can undo it. */
export function useArchive({ id: product, title }: Product) {
  const { t } = useTranslation('inventory')
  const { id: account } = useAccount()
  const queries = useQueryClient()
  const onError = useTellProblem()
  const params = { account, product }
  const refresh = () => queries.invalidateQueries({ queryKey: [account, 'products'] })
  const restore = useMutation({
    mutationFn: () => call('POST /accounts/:account/products/:product/restore', { params }),
    onSuccess: () => {
      tell(t('restored', { title }))
      return refresh()
    },
    onError,
  })
  const archive = useMutation({
    mutationFn: () => call('POST /accounts/:account/products/:product/archive', { params }),
    onSuccess: () => {
      tellWithUndo(t('archived', { title }), () => restore.mutate(), t('archivedText'))
      return refresh()
    },
    onError,
  })
  return { archive, restore }
}
