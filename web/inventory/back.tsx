import { Group } from '@mantine/core'
import { IconArrowLeft } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import { useAccount } from '../shell/account.ts'
import { LinkAnchor } from '../shell/links.tsx'

export function BackToInventory() {
  const { t } = useTranslation('inventory')
  const { id } = useAccount()
  return (
    <LinkAnchor to="/dashboard/$account/inventory" params={{ account: id }} size="sm">
      <Group component="span" gap={4} display="inline-flex">
        <IconArrowLeft size="1rem" aria-hidden />
        {t('back')}
      </Group>
    </LinkAnchor>
  )
}
