import { Button, Group, SegmentedControl, Select, Stack, TextInput } from '@mantine/core'
import { useQueryClient } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { manualMovementReasons, productLimits } from '../../src/inventory/vocabulary.ts'
import { callApi } from '../data/api.ts'
import { productKeys } from '../data/query-keys.ts'
import { formatNumber } from '../i18n/formats.ts'
import { useAccount } from '../session/account-context.ts'
import { Dialog } from '../ui/dialog.tsx'
import { ProblemAlert } from '../ui/problem-alert.tsx'
import { showToast } from '../ui/toasts.ts'
import { useProblemForm } from '../ui/use-problem-form.ts'
import {
  type MovementDirection,
  type MovementReason,
  movementDirections,
  signedQuantity,
} from './movement-reasons.ts'
import { isQuantity } from './product-form-values.ts'
import type { Product } from './product-queries.ts'

type Values = { direction: MovementDirection; quantity: string; reason: MovementReason; note: string }
const initialValues: Values = { direction: 'in', quantity: '', reason: 'received', note: '' }

export function StockMovementDialog({ product, close }: { product: Product; close: () => void }) {
  const { t } = useTranslation('inventory')
  const { form, submit, problem, busy } = useMovement(product, close)
  const { direction, quantity } = form.values
  const after = product.quantity + (isQuantity(quantity) ? signedQuantity(direction, quantity) : 0)
  return (
    <Dialog opened onClose={close} title={t('stock.add')} centered>
      <form onSubmit={submit} noValidate>
        <Stack>
          <SegmentedControl
            fullWidth
            aria-label={t('stock.direction')}
            data={movementDirections.map((value) => ({ value, label: t(`stock.${value}`) }))}
            value={direction}
            onChange={(value) =>
              form.setValues({ direction: value, reason: manualMovementReasons[value][0] })
            }
          />
          <TextInput
            label={t('stock.change')}
            description={t('stock.changeHint', { after: formatNumber(after) })}
            inputMode="numeric"
            required
            data-autofocus
            {...form.getInputProps('quantity')}
          />
          <Select
            label={t('stock.reason')}
            data={manualMovementReasons[direction].map((reason) => ({
              value: reason,
              label: t(`reasons.${reason}`),
            }))}
            {...form.getInputProps('reason')}
          />
          <TextInput
            label={t('stock.note')}
            maxLength={productLimits.movementNote}
            {...form.getInputProps('note')}
          />
          <ProblemAlert problem={problem} />
          <Group justify="flex-end">
            <Button type="submit" loading={busy}>
              {t('stock.save')}
            </Button>
          </Group>
        </Stack>
      </form>
    </Dialog>
  )
}

function useMovement({ id: product, title }: Product, close: () => void) {
  const { t } = useTranslation('inventory')
  const { id: account } = useAccount()
  const queries = useQueryClient()
  return useProblemForm({
    initialValues,
    validate: ({ quantity }) => ({
      quantity: isQuantity(quantity) && Number(quantity) > 0 ? null : t('stock.changeWrong'),
    }),
    send: ({ direction, quantity, reason, note }) =>
      callApi('POST /accounts/:account/products/:product/movements', {
        params: { account, product },
        input: { quantity: signedQuantity(direction, quantity), reason, ...(note && { note }) },
      }),
    done: ({ product: after }) => {
      showToast(t('stock.saved', { title, quantity: formatNumber(after.quantity) }))
      close()
      return queries.invalidateQueries({ queryKey: productKeys.all(account) })
    },
  })
}
