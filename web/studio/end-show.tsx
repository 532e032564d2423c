import { Button } from '@mantine/core'
import { useDisclosure } from '@mantine/hooks'
import { useTranslation } from 'react-i18next'
import { Confirm } from '../shell/confirm.tsx'
import type { Air } from './use-air.ts'

/** Ends the show for good, after a sentence that says so. */
export function EndShow({ air: { leave } }: { air: Air }) {
  const { t } = useTranslation('studio')
  const [isAsked, { open, close }] = useDisclosure(false, { onOpen: leave.reset })
  return (
    <>
      <Button variant="subtle" color="red" onClick={open}>
        {t('end.open')}
      </Button>
      <Confirm
        opened={isAsked}
        title={t('end.title')}
        text={t('end.text')}
        confirm={t('end.confirm')}
        back={t('end.back')}
        problem={leave.variables === 'end' ? leave.error : null}
        busy={leave.isPending}
        close={close}
        act={() => leave.mutate('end', { onSuccess: close })}
      />
    </>
  )
}
