import { Box, Text, useMantineTheme } from '@mantine/core'
import { Trans, useTranslation } from 'react-i18next'
import { useHue } from './hue.ts'
import type { Account } from './session.ts'

/** Nobody is ever unsure for whom they act: shown, in the account's colour, whenever it is not one's own. */
export function ActingBar({ account }: { account: Account }) {
  const { t } = useTranslation(['shell', 'common'])
  const { size } = useMantineTheme().other
  const role = t(`common:roles.${account.role}`)
  return (
    <Box role="status" h={size.bar} px="md" bg={useHue(account.id)} c="white" className="stagedoor-bar">
      <Text size="sm" truncate>
        <Trans
          t={t}
          i18nKey="shell:acting"
          values={{ account: account.name, role }}
          components={{ strong: <strong /> }}
        />
      </Text>
    </Box>
  )
}
