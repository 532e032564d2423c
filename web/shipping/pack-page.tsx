import { Alert, Anchor, Button, EmptyState, Group, Stack, TextInput } from '@mantine/core'
import { IconScan } from '@tabler/icons-react'
import { useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { orderLimits } from '../../src/orders/vocabulary.ts'
import { PageHeader } from '../layout/page-header.tsx'
import { useAccount } from '../session/account-context.ts'
import { ShipmentPacking } from './shipment-packing.tsx'
import { shipmentPdfUrl } from './shipment-task-queries.ts'
import { usePacking } from './use-packing.ts'

/**
 * The page for packing with a scanner. Scanners type what they read and press Enter, so one field accepts orders,
 * labels and products.
 */
export function PackPage() {
  const { t } = useTranslation(['shipping', 'orders'])
  const packing = usePacking()
  const field = useRef<HTMLInputElement>(null)
  const back = () => field.current?.focus()
  return (
    <Stack gap="lg" maw="var(--stagedoor-reading)">
      <PageHeader title={t('orders:tabs.pack')} lead={t('pack.lead')} />
      <ScanField field={field} enter={packing.enter} />
      <div role="status">{packing.message && <Alert color="red">{packing.message}</Alert>}</div>
      {packing.shipment ? (
        <ShipmentPacking packing={packing} shipment={packing.shipment} back={back} />
      ) : (
        <Ready />
      )}
    </Stack>
  )
}

type Given = {
  field: React.RefObject<HTMLInputElement | null>
  enter: (code: string) => Promise<unknown>
}

function ScanField({ field, enter }: Given) {
  const { t } = useTranslation('shipping')
  const [code, setCode] = useState('')
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault()
        const typed = code.trim()
        setCode('')
        void enter(typed).then(() => field.current?.focus())
      }}
    >
      <Group align="flex-end" wrap="nowrap" gap="xs">
        <TextInput
          ref={field}
          flex={1}
          size="lg"
          autoFocus
          autoComplete="off"
          autoCapitalize="characters"
          spellCheck={false}
          maxLength={orderLimits.scannedCode}
          label={t('pack.field')}
          placeholder={t('pack.fieldHint')}
          leftSection={<IconScan aria-hidden />}
          value={code}
          onChange={({ currentTarget }) => setCode(currentTarget.value)}
        />
        <Button type="submit" size="lg" variant="default">
          {t('pack.enter')}
        </Button>
      </Group>
    </form>
  )
}

function Ready() {
  const { t } = useTranslation('shipping')
  const { id } = useAccount()
  return (
    <EmptyState
      py="lg"
      icon={<IconScan aria-hidden />}
      title={t('pack.start.title')}
      description={t('pack.start.text')}
    >
      <EmptyState.Actions>
        <Anchor href={shipmentPdfUrl(id, 'slips', {})} target="_blank" size="sm">
          {t('pack.start.slips')}
        </Anchor>
      </EmptyState.Actions>
    </EmptyState>
  )
}
