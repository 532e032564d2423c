import { Group, Stack, Switch, Text } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { ProblemAlert } from '../../ui/problem-alert.tsx'
import { type NotificationSetting, useChangeNotificationSetting } from './notification-setting-queries.ts'

/** The settings of one kind of notification: bell and mail. A change is saved at once. */
export function NotificationSettingRow({ setting: { kind, bell, mail } }: { setting: NotificationSetting }) {
  const { t } = useTranslation('notifications')
  const { mutate, variables, isPending, isSuccess, error } = useChangeNotificationSetting()
  const now = { bell, mail, ...(isPending && variables) }
  const title = t(`settings.${kind}`)
  const one = (way: 'bell' | 'mail') => ({
    label: t(`settings.${way}`),
    'aria-label': t('settings.of', { way: t(`settings.${way}`), kind: title }),
    checked: now[way] === true,
    onChange: ({ currentTarget }: { currentTarget: HTMLInputElement }) =>
      mutate({ kind, [way]: currentTarget.checked }),
  })
  return (
    <Stack component="li" gap="xs">
      <Group gap="md" justify="space-between" align="flex-start">
        <Stack gap={4} flex="1 1 var(--stagedoor-menu)">
          <Text fw={600}>{title}</Text>
          <Text size="sm" c="dimmed">
            {t(`settings.${kind}Text`)}
          </Text>
        </Stack>
        <Group gap="lg" wrap="nowrap">
          <Switch {...one('bell')} />
          {mail !== null && <Switch {...one('mail')} />}
        </Group>
      </Group>
      <Text size="xs" c="dimmed" role="status">
        {isSuccess && t('settings.saved')}
      </Text>
      <ProblemAlert problem={error} />
    </Stack>
  )
}
