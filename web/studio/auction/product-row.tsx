import { ActionIcon, Button, Group, Menu, Stack, Text } from '@mantine/core'
import { IconDots, IconGift } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import { formatMoney } from '../../i18n/money.ts'
import type { LineupItem } from '../../shows/show-queries.ts'
import { Thumbnail } from '../../ui/thumbnail.tsx'

type Given = {
  item: LineupItem
  currency: string
  isLive: boolean
  auction: () => void
  give: () => void
}

export function StudioProductRow({ item, currency, isLive, auction, give }: Given) {
  const { t } = useTranslation('studio')
  const { title, price, quantity, sale, photo } = item
  const isThere = quantity > 0
  const what = { price: formatMoney(price, currency), count: quantity }
  return (
    <li>
      <Group gap="sm" wrap="nowrap">
        <Thumbnail src={photo?.thumb ?? null} />
        <Stack gap={0} flex={1} miw={0}>
          <Text fw="medium" className="stagedoor-breaks">
            {title}
          </Text>
          <Text size="sm" c="dimmed">
            {t(sale === 'auction' ? 'products.from' : 'products.at', what)}
            {' · '}
            {isThere ? t('products.left', what) : t('products.soldOut')}
          </Text>
        </Stack>
        <Group gap={4} wrap="nowrap">
          <Button
            variant="default"
            disabled={!isLive || !isThere}
            aria-label={t('products.auctionOf', { title })}
            onClick={auction}
          >
            {t('products.auction')}
          </Button>
          <Menu position="bottom-end">
            <Menu.Target>
              <ActionIcon aria-label={t('products.more', { title })}>
                <IconDots aria-hidden />
              </ActionIcon>
            </Menu.Target>
            <Menu.Dropdown>
              <Menu.Item
                disabled={!isLive || !isThere}
                leftSection={<IconGift size="1rem" aria-hidden />}
                onClick={give}
              >
                {t('products.give')}
              </Menu.Item>
            </Menu.Dropdown>
          </Menu>
        </Group>
      </Group>
    </li>
  )
}
