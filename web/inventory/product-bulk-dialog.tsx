import { Button, Group, Stack, Text } from '@mantine/core'
import { type FormEvent, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { maxProductPrice } from '../../src/inventory/vocabulary.ts'
import { toMoneyInput } from '../i18n/money.ts'
import { useAccount } from '../session/account-context.ts'
import { Dialog } from '../ui/dialog.tsx'
import { BulkValueField } from './bulk-value-field.tsx'
import {
  isValidBulkValue,
  isValueAction,
  type ProductBulkAction,
  toBulkInput,
  useStartProductTask,
} from './product-bulk-actions.ts'
import type { BulkTarget } from './use-product-selection.ts'

type Given = { act: ProductBulkAction; which: BulkTarget; who: string; close: () => void; begun: () => void }

/** The confirmation of a bulk change: what will happen, to how many products, with which value. */
export function ProductBulkDialog({ act, which, who, close, begun }: Given) {
  const { t } = useTranslation(['inventory', 'layout'])
  const { currency } = useAccount()
  const [value, setValue] = useState(act === 'condition' ? 'new' : '')
  const [problem, setProblem] = useState<string>()
  const begin = useStartProductTask(begun)
  const submit = (event: FormEvent) => {
    event.preventDefault()
    const example = toMoneyInput(1250, currency)
    const most = toMoneyInput(maxProductPrice, currency)
    if (isValueAction(act) && !isValidBulkValue(act, value, currency))
      setProblem(act === 'price' ? t('form.priceWrong', { example, most }) : t('form.weightWrong'))
    else begin.mutate(toBulkInput(act, value, currency, which))
  }
  return (
    <Dialog opened onClose={close} title={t(`bulk.title.${act}`, { who })} centered>
      <form onSubmit={submit} noValidate>
        <Stack>
          <Text size="sm">{t(`bulk.text.${act}`)}</Text>
          {isValueAction(act) && (
            <BulkValueField
              act={act}
              value={value}
              problem={problem}
              change={(typed) => {
                setValue(typed)
                setProblem(undefined)
              }}
            />
          )}
          <Group justify="flex-end">
            <Button variant="default" onClick={close}>
              {t('layout:form.cancel')}
            </Button>
            <Button type="submit" loading={begin.isPending} {...(act === 'archive' && { color: 'red' })}>
              {t(`bulk.confirm.${act}`)}
            </Button>
          </Group>
        </Stack>
      </form>
    </Dialog>
  )
}
