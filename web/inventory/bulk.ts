import { useMutation } from '@tanstack/react-query'
import { call, type Input } from '../api.ts'
import { toMinor } from '../money.ts'
import { useAccount } from '../shell/account.ts'
import { useTellProblem } from '../shell/told.ts'
import { type conditions, isPrice, isWeight } from './product-values.ts'
import { useShow } from './tasks.ts'
import type { Which } from './use-selection.ts'

type BulkEdit = Input<'POST /accounts/:account/products/tasks'>['input']

/** Acts that ask for a value, and those that need none. */
export const settings = ['price', 'category', 'condition', 'weight'] as const
export const doings = ['publish', 'draft', 'archive', 'restore'] as const
export type Setting = (typeof settings)[number]
export type Doing = (typeof doings)[number]
export type BulkAct = Setting | Doing

export const isSetting = (act: BulkAct): act is Setting => settings.some((one) => one === act)

/** What can be done to products of a status: those in the archive only come back. */
export const actsFor = (status: string | undefined): BulkAct[] =>
  status === 'archived' ? ['restore'] : ['publish', 'draft', ...settings, 'archive']

export const isRight = (act: Setting, value: string, currency: string) =>
  act === 'price' ? isPrice(value, currency) : act === 'weight' ? isWeight(value) && value !== '' : true

export function inputOf(act: BulkAct, typed: string, currency: string, which: Which): BulkEdit {
  if (act === 'price') return { act, value: toMinor(typed, currency) ?? 0, ...which }
  if (act === 'weight') return { act, value: Number(typed), ...which }
  if (act === 'category') return { act, value: typed, ...which }
  if (act === 'condition') return { act, value: typed as (typeof conditions)[number], ...which }
  return { act, ...which }
}

/** Begins the work and shows how far it comes. */
export function useBegin(done: () => void) {
  const { id: account } = useAccount()
  const show = useShow('tasks')
  return useMutation({
    mutationFn: (input: BulkEdit) =>
      call('POST /accounts/:account/products/tasks', { params: { account }, input }),
    onSuccess: (task) => {
      done()
      return show(task)
    },
    onError: useTellProblem(),
  })
}
