import { Alert, Button, Group, Stack } from '@mantine/core'
import { IconCheck } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import { money } from '../money.ts'
import { LinkButton } from '../shell/links.tsx'
import type { Account } from '../shell/session.ts'
import type { Purchase } from '../spending/purchases.ts'
import { useWatched } from './watched.ts'

type Given = { purchase: Purchase; buyer: Account; close: () => void }

export function Bought({ purchase, buyer, close }: Given) {
  const { t } = useTranslation('live')
  const { shop } = useWatched().show
  return (
    <Stack>
      <Alert
        role="status"
        color="green"
        icon={<IconCheck aria-hidden />}
        title={t('buy.bought', { total: money(purchase.total, purchase.currency) })}
      >
        {t('buy.boughtText', { shop: shop.name })}
      </Alert>
      <Group>
        <Button onClick={close} data-autofocus>
          {t('buy.stay')}
        </Button>
        <LinkButton
          to="/dashboard/$account/spending/purchases/$purchase"
          params={{ account: buyer.id, purchase: purchase.id }}
          variant="default"
        >
          {t('buy.open')}
        </LinkButton>
      </Group>
    </Stack>
  )
}
