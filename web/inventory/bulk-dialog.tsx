import { Button, Group, Stack, Text } from '@mantine/core'
import { type FormEvent, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { asTyped } from '../money.ts'
import { useAccount } from '../shell/account.ts'
import { Sheet } from '../shell/sheet.tsx'
import { type BulkAct, inputOf, isRight, isSetting, useBegin } from './bulk.ts'
import { BulkValue } from './bulk-value.tsx'
import type { Which } from './use-selection.ts'

type Given = { act: BulkAct; which: Which; who: string; close: () => void; begun: () => void }

/** The sentence before a change to many: what will happen, to how many, and to what value. */
export function BulkDialog({ act, which, who, close, begun }: Given) {
  const { t } = useTranslation(['inventory', 'shell'])
  const { currency } = useAccount()
  const [value, setValue] = useState(act === 'condition' ? 'new' : '')
  const [problem, setProblem] = useState<string>()
  const begin = useBegin(begun)
  const submit = (event: FormEvent) => {
    event.preventDefault()
    const example = asTyped(1250, currency)
    const most = asTyped(100_000_000, currency)
    if (isSetting(act) && !isRight(act, value, currency))
      setProblem(act === 'price' ? t('form.priceWrong', { example, most }) : t('form.weightWrong'))
    else begin.mutate(inputOf(act, value, currency, which))
  }
  return (
    <Sheet opened onClose={close} title={t(`bulk.title.${act}`, { who })} centered>
      <form onSubmit={submit} noValidate>
        <Stack>
          <Text size="sm">{t(`bulk.text.${act}`)}</Text>
          {isSetting(act) && (
            <BulkValue
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
              {t('shell:form.cancel')}
            </Button>
            <Button type="submit" loading={begin.isPending} {...(act === 'archive' && { color: 'red' })}>
              {t(`bulk.confirm.${act}`)}
            </Button>
          </Group>
        </Stack>
      </form>
    </Sheet>
  )
}
