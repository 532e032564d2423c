import { Button, Group, Text } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { ProblemAlert } from '../ui/problem-alert.tsx'
import type { StudioState } from './broadcast/use-studio.ts'

/** The host is on the air on another device or in another tab. Offers to continue here. */
export function OnOtherDevice({ studio: { air, camera } }: { studio: StudioState }) {
  const { t } = useTranslation('studio')
  return (
    <>
      <ProblemAlert problem={air.goLive.error} />
      <Group justify="space-between" gap="xs">
        <Text size="sm" flex="1 1 var(--stagedoor-menu)">
          {t('elsewhere.text')}
        </Text>
        <Button
          disabled={!camera.stream}
          loading={air.goLive.isPending}
          onClick={() => air.goLive.mutate({ takeOver: true })}
        >
          {t('elsewhere.here')}
        </Button>
      </Group>
    </>
  )
}
