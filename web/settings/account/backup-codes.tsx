import { Button, Code, Group, SimpleGrid, Stack, Text } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { CopyTextButton } from '../../ui/copy-text-button.tsx'

/** The backup codes for signing in without the phone. They are shown only once. */
export function BackupCodes({ codes, done }: { codes: string[]; done: () => void }) {
  const { t } = useTranslation('account')
  const text = codes.join('\n')
  return (
    <Stack>
      <Text size="sm">{t('twoFactor.codes')}</Text>
      <SimpleGrid cols={2} spacing="xs">
        {codes.map((code) => (
          <Code key={code} ta="center" fz="md" p="xs">
            {code}
          </Code>
        ))}
      </SimpleGrid>
      <Group justify="space-between">
        <Group gap="xs">
          <CopyTextButton value={text} />
          <Button
            size="compact-sm"
            variant="subtle"
            component="a"
            href={`data:text/plain;charset=utf-8,${encodeURIComponent(text)}`}
            download="stagedoor-codes.txt"
          >
            {t('twoFactor.download')}
          </Button>
        </Group>
        <Button onClick={done}>{t('twoFactor.done')}</Button>
      </Group>
    </Stack>
  )
}
