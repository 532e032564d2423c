import { Button, Group, Stack, Text, TextInput } from '@mantine/core'
import { IconTag } from '@tabler/icons-react'
import { useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { call } from '../api.ts'
import { useAccount } from '../shell/account.ts'
import { newKey } from '../shell/new-key.ts'
import { ProblemAlert } from '../shell/problem-alert.tsx'
import { tell } from '../shell/told.ts'
import { sides, useMeasures } from './measures.ts'
import { OwnLabelDialog } from './own-label-dialog.tsx'
import type { Parcel } from './queries.ts'
import { useAct } from './use-act.ts'
import { weightText } from './weight.ts'

const sideLabels = { lengthCm: 'length', widthCm: 'width', heightCm: 'height' } as const

/** Weight and size, and with them a label: ours, or one that was bought elsewhere. */
export function Labelling({ parcel }: { parcel: Parcel }) {
  const { t } = useTranslation('parcels')
  const { id: account, name } = useAccount()
  const [isOwn, setOwn] = useState(false)
  const [key] = useState(newKey)
  const params = { account, shipment: parcel.id }
  const label = useAct(
    () => call('POST /accounts/:account/shipments/:shipment/label', { params, key }),
    () => tell(t('parcel.labelMade')),
  )
  const wantsLabel = useRef(false)
  const { form, submit, problem, busy } = useMeasures(parcel, () =>
    wantsLabel.current ? label.mutateAsync().catch(() => undefined) : tell(t('parcel.saved')),
  )
  const save = (andLabel: boolean) => {
    wantsLabel.current = andLabel
    submit()
  }
  const known = parcel.expectedGrams
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
          label={t('parcel.weight')}
          description={
            known === null ? t('parcel.weightUnknown') : t('parcel.weightHint', { weight: weightText(known) })
          }
          inputMode="numeric"
          maw="var(--stagedoor-column)"
          rightSection={t('parcel.grams')}
          {...form.getInputProps('weightGrams')}
        />
        <Group gap="xs" wrap="nowrap" align="flex-start" grow>
          {sides.map((side) => (
            <TextInput
              key={side}
              label={t(`parcel.${sideLabels[side]}`)}
              inputMode="numeric"
              rightSection={t('parcel.centimetres')}
              {...form.getInputProps(side)}
            />
          ))}
        </Group>
        <ProblemAlert problem={problem} />
        <Group gap="xs">
          {!parcel.isAsked && (
            <Button
              leftSection={<IconTag size="1.125rem" aria-hidden />}
              loading={label.isPending}
              onClick={() => save(true)}
            >
              {t('parcel.label')}
            </Button>
          )}
          <Button type="submit" variant="default" loading={busy && !label.isPending}>
            {t('parcel.save')}
          </Button>
          {!parcel.isAsked && (
            <Button variant="subtle" color="gray" onClick={() => setOwn(true)}>
              {t('parcel.ownLabel')}
            </Button>
          )}
        </Group>
        {!parcel.isAsked && (
          <Text size="xs" c="dimmed">
            {t('parcel.labelHint', { account: name })}
          </Text>
        )}
      </Stack>
      {isOwn && <OwnLabelDialog parcel={parcel} close={() => setOwn(false)} />}
    </form>
  )
}
