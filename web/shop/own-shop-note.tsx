import { Alert, Group, Text } from '@mantine/core'
import { IconBuildingStore } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import type { Account } from '../session/me-queries.ts'
import { LinkAnchor } from '../ui/links.tsx'

/** Tells members of the shop's team that this is the public page, and links to the dashboard. */
export function OwnShopNote({ own, product }: { own: Account; product?: string }) {
  const { t } = useTranslation('shop')
  return (
    <Alert color="gray" icon={<IconBuildingStore aria-hidden />} title={t('own.title')}>
      <Group gap="xs">
        <Text size="sm">{t(own.role === 'owner' ? 'own.text' : 'own.otherText')}</Text>
        {product ? (
          <LinkAnchor
            to="/dashboard/$account/inventory/$product"
            params={{ account: own.id, product }}
            size="sm"
            underline="always"
          >
            {t('own.product')}
          </LinkAnchor>
        ) : (
          <LinkAnchor
            to="/dashboard/$account/inventory"
            params={{ account: own.id }}
            size="sm"
            underline="always"
          >
            {t('own.inventory')}
          </LinkAnchor>
        )}
      </Group>
    </Alert>
  )
}
