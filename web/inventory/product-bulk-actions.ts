import { useMutation } from '@tanstack/react-query'
import type { productConditions } from '../../src/inventory/vocabulary.ts'
import { callApi, type Input } from '../data/api.ts'
import { toMinorUnits } from '../i18n/money.ts'
import { useAccount } from '../session/account-context.ts'
import { useProblemToast } from '../ui/toasts.ts'
import { isValidPrice, isWeightGrams } from './product-form-values.ts'
import { useShowProductTask } from './product-task-queries.ts'
import type { BulkTarget } from './use-product-selection.ts'

type BulkEdit = Input<'POST /accounts/:account/products/tasks'>['input']

/** Bulk actions that need a value, and those that do not. */
export const valueActions = ['price', 'category', 'condition', 'weight'] as const
export const plainActions = ['publish', 'draft', 'archive', 'restore'] as const
export type ValueAction = (typeof valueActions)[number]
export type PlainAction = (typeof plainActions)[number]
export type ProductBulkAction = ValueAction | PlainAction

export const isValueAction = (act: ProductBulkAction): act is ValueAction =>
  valueActions.some((one) => one === act)

/** The bulk actions for products of a status. Archived products can only be restored. */
export const bulkActionsFor = (status: string | undefined): ProductBulkAction[] =>
  status === 'archived' ? ['restore'] : ['publish', 'draft', ...valueActions, 'archive']

export const isValidBulkValue = (act: ValueAction, value: string, currency: string) =>
  act === 'price'
    ? isValidPrice(value, currency)
    : act === 'weight'
      ? isWeightGrams(value) && value !== ''
      : true

export function toBulkInput(
  act: ProductBulkAction,
  typed: string,
  currency: string,
  which: BulkTarget,
): BulkEdit {
  if (act === 'price') return { act, value: toMinorUnits(typed, currency) ?? 0, ...which }
  if (act === 'weight') return { act, value: Number(typed), ...which }
  if (act === 'category') return { act, value: typed, ...which }
  if (act === 'condition') return { act, value: typed as (typeof productConditions)[number], ...which }
  return { act, ...which }
}

/** Starts the task and shows its progress. */
export function useStartProductTask(done: () => void) {
  const { id: account } = useAccount()
  const show = useShowProductTask('tasks')
  return useMutation({
    mutationFn: (input: BulkEdit) =>
      callApi('POST /accounts/:account/products/tasks', { params: { account }, input }),
    onSuccess: (task) => {
      done()
      return show(task)
    },
    onError: useProblemToast(),
  })
}
