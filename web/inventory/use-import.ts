import { useMutation, useQuery } from '@tanstack/react-query'
import { type Answer, address } from '../api.ts'
import { useAccount } from '../shell/account.ts'
import { upload } from '../shell/upload.ts'
import type { Task } from './tasks.ts'

export type Preview = Answer<'POST /accounts/:account/products/imports/preview'>

const type = 'text/csv'

/** What importing the file would do, and doing it. */
export function useImport(file: File | undefined, done: (task: Task) => unknown) {
  const { id: account } = useAccount()
  const seen = useQuery({
    queryKey: [account, 'import', file?.name, file?.size, file?.lastModified],
    queryFn: () =>
      upload<Preview>(
        address('/accounts/:account/products/imports/preview', { account }),
        file ?? new Blob(),
        type,
      ),
    enabled: file !== undefined,
    // What it would do depends on the products there are now.
    gcTime: 0,
    staleTime: Number.POSITIVE_INFINITY,
    retry: false,
  })
  const begin = useMutation({
    mutationFn: (chosen: File) =>
      upload<Task>(address('/accounts/:account/products/imports', { account }), chosen, type),
    onSuccess: done,
  })
  return { seen, begin }
}
