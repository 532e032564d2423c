import { Button, Group, SegmentedControl, Select, Stack, TextInput } from '@mantine/core'
import { useQueryClient } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { call } from '../api.ts'
import { count } from '../formats.ts'
import { useAccount } from '../shell/account.ts'
import { useProblemForm } from '../shell/form.ts'
import { ProblemAlert } from '../shell/problem-alert.tsx'
import { Sheet } from '../shell/sheet.tsx'
import { tell } from '../shell/told.ts'
import { type Direction, directions, type Reason, reasonsOf, signed } from './movement.ts'
import { isCount } from './product-values.ts'
import type { Product } from './products.ts'

type Values = { direction: Direction; quantity: string; reason: Reason; note: string }
const initialValues: Values = { direction: 'in', quantity: '', reason: 'received', note: '' }

export function MovementDialog({ product, close }: { product: Product; close: () => void }) {
  const { t } = useTranslation('inventory')
  const { form, submit, problem, busy } = useMovement(product, close)
  const { direction, quantity } = form.values
  const after = product.quantity + (isCount(quantity) ? signed(direction, quantity) : 0)
  return (
    <Sheet opened onClose={close} title={t('stock.add')} centered>
      <form onSubmit={submit} noValidate>
        <Stack>
          <SegmentedControl
            fullWidth
            aria-label={t('stock.direction')}
            data={directions.map((value) => ({ value, label: t(`stock.${value}`) }))}
            value={direction}
            onChange={(value) => form.setValues({ direction: value, reason: reasonsOf[value][0] })}
          />
          <TextInput
            label={t('stock.change')}
            description={t('stock.changeHint', { after: count(after) })}
            inputMode="numeric"
            required
            data-autofocus
            {...form.getInputProps('quantity')}
          />
          <Select
            label={t('stock.reason')}
            data={reasonsOf[direction].map((reason) => ({ value: reason, label: t(`reasons.${reason}`) }))}
            {...form.getInputProps('reason')}
          />
          <TextInput label={t('stock.note')} maxLength={200} {...form.getInputProps('note')} />
          <ProblemAlert problem={problem} />
          <Group justify="flex-end">
            <Button type="submit" loading={busy}>
              {t('stock.save')}
            </Button>
          </Group>
        </Stack>
      </form>
    </Sheet>
  )
}

function useMovement({ id: product, title }: Product, close: () => void) {
  const { t } = useTranslation('inventory')
  const { id: account } = useAccount()
  const queries = useQueryClient()
  return useProblemForm({
    initialValues,
    validate: ({ quantity }) => ({
      quantity: isCount(quantity) && Number(quantity) > 0 ? null : t('stock.changeWrong'),
    }),
    send: ({ direction, quantity, reason, note }) =>
      call('POST /accounts/:account/products/:product/movements', {
        params: { account, product },
        input: { quantity: signed(direction, quantity), reason, ...(note && { note }) },
      }),
    done: ({ product: after }) => {
      tell(t('stock.saved', { title, quantity: count(after.quantity) }))
      close()
      return queries.invalidateQueries({ queryKey: [account, 'products'] })
    },
  })
}
