import { Button, Group, Text } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { ProblemAlert } from '../shell/problem-alert.tsx'
import type { StudioState } from './use-studio.ts'

/** On the air already, on another device or in another tab: it goes on here, if that is wanted. */
export function Elsewhere({ studio: { air, camera } }: { studio: StudioState }) {
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
