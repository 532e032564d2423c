import { Button, Group, Stack, Text, TextInput } from '@mantine/core'
import { IconTag } from '@tabler/icons-react'
import { useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { callApi } from '../data/api.ts'
import { newIdempotencyKey } from '../data/idempotency-key.ts'
import { useAccount } from '../session/account-context.ts'
import { ProblemAlert } from '../ui/problem-alert.tsx'
import { showToast } from '../ui/toasts.ts'
import { formatWeight } from './format-weight.ts'
import type { Shipment } from './shipment-queries.ts'
import { TrackingNumberDialog } from './tracking-number-dialog.tsx'
import { useOrderMutation } from './use-order-mutation.ts'
import { shipmentDimensions, useShipmentMeasures } from './use-shipment-measures.ts'

const sideLabels = { lengthCm: 'length', widthCm: 'width', heightCm: 'height' } as const

/** The form for weight and size, and for a label: our carrier's, or one that was bought elsewhere. */
export function LabelForm({ shipment }: { shipment: Shipment }) {
  const { t } = useTranslation('shipping')
  const { id: account, name } = useAccount()
  const [isOwn, setOwn] = useState(false)
  const [key] = useState(newIdempotencyKey)
  const params = { account, shipment: shipment.id }
  const label = useOrderMutation(
    () => callApi('POST /accounts/:account/shipments/:shipment/label', { params, key }),
    () => showToast(t('shipment.labelMade')),
  )
  const wantsLabel = useRef(false)
  const { form, submit, problem, busy } = useShipmentMeasures(shipment, () =>
    wantsLabel.current ? label.mutateAsync().catch(() => undefined) : showToast(t('shipment.saved')),
  )
  const save = (andLabel: boolean) => {
    wantsLabel.current = andLabel
    submit()
  }
  const known = shipment.expectedGrams
  return (
    <form
      noValidate
      onSubmit={(event) => {
        event.preventDefault()
        save(false)
      }}
    >
      <Stack gap="sm">
        <TextInput
          label={t('shipment.weight')}
          description={
            known === null
              ? t('shipment.weightUnknown')
              : t('shipment.weightHint', { weight: formatWeight(known) })
          }
          inputMode="numeric"
          maw="var(--stagedoor-column)"
          rightSection={t('shipment.grams')}
          {...form.getInputProps('weightGrams')}
        />
        <Group gap="xs" wrap="nowrap" align="flex-start" grow>
          {shipmentDimensions.map((side) => (
            <TextInput
              key={side}
              label={t(`shipment.${sideLabels[side]}`)}
              inputMode="numeric"
              rightSection={t('shipment.centimetres')}
              {...form.getInputProps(side)}
            />
          ))}
        </Group>
        <ProblemAlert problem={problem} />
        <Group gap="xs">
          {!shipment.isCancellationRequested && (
            <Button
              leftSection={<IconTag size="1.125rem" aria-hidden />}
              loading={label.isPending}
              onClick={() => save(true)}
            >
              {t('shipment.label')}
            </Button>
          )}
          <Button type="submit" variant="default" loading={busy && !label.isPending}>
            {t('shipment.save')}
          </Button>
          {!shipment.isCancellationRequested && (
            <Button variant="subtle" color="gray" onClick={() => setOwn(true)}>
              {t('shipment.ownLabel')}
            </Button>
          )}
        </Group>
        {!shipment.isCancellationRequested && (
          <Text size="xs" c="dimmed">
            {t('shipment.labelHint', { account: name })}
          </Text>
        )}
      </Stack>
      {isOwn && <TrackingNumberDialog shipment={shipment} close={() => setOwn(false)} />}
    </form>
  )
}
