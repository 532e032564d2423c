import { Button, Group } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { call } from '../api.ts'
import { list } from '../formats.ts'
import { useAccount } from '../shell/account.ts'
import { Section } from '../shell/section.tsx'
import { tell } from '../shell/told.ts'
import type { Parcel } from './queries.ts'
import { useAct } from './use-act.ts'

/** Parcels that this one could leave together with. */
export function Merging({ parcel }: { parcel: Parcel }) {
  const { t } = useTranslation('parcels')
  const { id: account } = useAccount()
  const merge = useAct(
    (other: string) =>
      call('POST /accounts/:account/shipments/:shipment/merge', {
        params: { account, shipment: parcel.id },
        input: { shipment: other },
      }),
    () => tell(t('parcel.merge.done')),
  )
  return (
    <Section title={t('parcel.merge.title')} text={t('parcel.merge.text')}>
      <Group gap="xs">
        {parcel.others.map(({ id, codes }) => (
          <Button
            key={id}
            variant="default"
            loading={merge.isPending && merge.variables === id}
            onClick={() => merge.mutate(id)}
          >
            {t('parcel.merge.button', { codes: list(codes) })}
          </Button>
        ))}
      </Group>
    </Section>
  )
}
