import { CloseButton, Group, Paper, Stack, Text } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { Thumb } from '../shell/thumb.tsx'
import type { Shown } from './use-about.ts'

/** What a message will be about, until its writer leaves it out. */
export function AboutCard({ about, leaveOut }: { about: Shown; leaveOut: () => void }) {
  const { t } = useTranslation('correspondence')
  return (
    <Paper p="sm" component="section" aria-label={t('about')}>
      <Group gap="sm" wrap="nowrap">
        <Thumb src={about.thumb} />
        <Stack gap={0} miw={0} flex={1}>
          <Text size="sm" fw={600} lineClamp={2} className="stagedoor-breaks">
            {about.title}
          </Text>
          <Text size="sm" c="dimmed" lineClamp={1}>
            {about.more}
          </Text>
        </Stack>
        <CloseButton aria-label={t('withoutAbout')} onClick={leaveOut} />
      </Group>
    </Paper>
  )
}
