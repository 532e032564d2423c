import { Alert, Button, Group, Stack } from '@mantine/core'
import { IconCheck } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import { formatMoney } from '../i18n/money.ts'
import type { Purchase } from '../purchases/purchase-queries.ts'
import type { Account } from '../session/me-queries.ts'
import { LinkButton } from '../ui/links.tsx'
import { useWatchContext } from './watch-context.ts'

type Given = { purchase: Purchase; buyer: Account; close: () => void }

export function PurchaseReceipt({ purchase, buyer, close }: Given) {
  const { t } = useTranslation('watch')
  const { shop } = useWatchContext().show
  return (
    <Stack>
      <Alert
        role="status"
        color="green"
        icon={<IconCheck aria-hidden />}
        title={t('buy.bought', { total: formatMoney(purchase.total, purchase.currency) })}
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
