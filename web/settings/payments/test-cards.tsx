import { Button, Group, Stack, Text } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { groupCardNumber } from './card-form-values.ts'

/** The test cards of the sandbox, with what each does. Source: docs.stripe.com/testing */
const cards = [
  { does: 'ok', number: '4242424242424242' },
  { does: 'confirm', number: '4000002500003155' },
  { does: 'confirmDeclined', number: '4000008260003178' },
  { does: 'declined', number: '4000000000000341' },
  { does: 'refused', number: '4000000000000002' },
  { does: 'insufficient', number: '4000000000009995' },
  { does: 'expired', number: '4000000000000069' },
  { does: 'cvc', number: '4000000000000127' },
  { does: 'error', number: '4000000000000119' },
] as const

/** A list of test cards. Choosing one fills it in. */
export function TestCards({ use }: { use: (number: string) => void }) {
  const { t } = useTranslation('payments')
  return (
    <Stack gap="sm">
      <Text size="sm">{t('sandbox.text')}</Text>
      <Stack component="ul" gap="xs" className="stagedoor-list">
        {cards.map(({ does, number }) => (
          <Group component="li" key={number} gap="xs" wrap="wrap">
            <Button
              size="compact-xs"
              variant="default"
              aria-label={t('sandbox.use', { number: groupCardNumber(number) })}
              onClick={() => use(number)}
            >
              {groupCardNumber(number)}
            </Button>
            <Text size="xs" flex={1}>
              {t(`sandbox.cards.${does}`)}
            </Text>
          </Group>
        ))}
      </Stack>
    </Stack>
  )
}
