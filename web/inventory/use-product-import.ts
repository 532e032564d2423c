import { useMutation, useQuery } from '@tanstack/react-query'
import { type Answer, apiUrl } from '../data/api.ts'
import { productImportKeys } from '../data/query-keys.ts'
import { uploadFile } from '../data/upload-file.ts'
import { useAccount } from '../session/account-context.ts'
import type { ProductTask } from './product-task-queries.ts'

export type ImportPlan = Answer<'POST /accounts/:account/products/imports/preview'>

const type = 'text/csv'

/** Previews an import, and starts it. */
export function useProductImport(file: File | undefined, done: (task: ProductTask) => unknown) {
  const { id: account } = useAccount()
  const seen = useQuery({
    queryKey: productImportKeys.plan(account, file),
    queryFn: () =>
      uploadFile<ImportPlan>(
        apiUrl('/accounts/:account/products/imports/preview', { account }),
        file ?? new Blob(),
        type,
      ),
    enabled: file !== undefined,
    // The preview depends on the current products, so it is not cached.
    gcTime: 0,
    staleTime: Number.POSITIVE_INFINITY,
    retry: false,
  })
  const begin = useMutation({
    mutationFn: (chosen: File) =>
      uploadFile<ProductTask>(apiUrl('/accounts/:account/products/imports', { account }), chosen, type),
    onSuccess: done,
  })
  return { seen, begin }
}
