import { CloseButton, Group, Paper, Stack, Text } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { Thumbnail } from '../../ui/thumbnail.tsx'
import type { ShownSubject } from './use-message-subject.ts'

/** The subject of the message, which its writer can remove. */
export function SubjectCard({ subject, leaveOut }: { subject: ShownSubject; leaveOut: () => void }) {
  const { t } = useTranslation('buyerMessages')
  return (
    <Paper p="sm" component="section" aria-label={t('about')}>
      <Group gap="sm" wrap="nowrap">
        <Thumbnail src={subject.thumb} />
        <Stack gap={0} miw={0} flex={1}>
          <Text size="sm" fw={600} lineClamp={2} className="stagedoor-breaks">
            {subject.title}
          </Text>
          <Text size="sm" c="dimmed" lineClamp={1}>
            {subject.more}
          </Text>
        </Stack>
        <CloseButton aria-label={t('withoutAbout')} onClick={leaveOut} />
      </Group>
    </Paper>
  )
}
