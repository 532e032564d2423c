import { Box, Text, useMantineTheme } from '@mantine/core'
import { Trans, useTranslation } from 'react-i18next'
import type { Account } from '../session/me-queries.ts'
import { useAccountColour } from '../ui/account-colour.ts'

/** Says for which account the person acts, in that account's colour. Shown whenever it is not their own. */
export function ActingBar({ account }: { account: Account }) {
  const { t } = useTranslation('layout')
  const { size } = useMantineTheme().other
  return (
    <Box h={size.bar} px="md" bg={useAccountColour(account.id)} c="white" className="stagedoor-bar">
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
