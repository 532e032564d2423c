import { Box, Text, useMantineTheme } from '@mantine/core'
import { Trans, useTranslation } from 'react-i18next'
import { useHue } from './hue.ts'
import type { Account } from './session.ts'

/** Nobody is ever unsure for whom they act: shown, in the account's colour, whenever it is not one's own. */
export function ActingBar({ account }: { account: Account }) {
  const { t } = useTranslation('shell')
  const { size } = useMantineTheme().other
  return (
    <Box h={size.bar} px="md" bg={useHue(account.id)} c="white" className="stagedoor-bar">
      <Text fz={{ base: 'xs', sm: 'sm' }} component="p">
        <Trans
          t={t}
          i18nKey={`acting.${account.role}`}
          values={{ account: account.name }}
          components={{ strong: <strong /> }}
        />
      </Text>
    </Box>
  )
}
