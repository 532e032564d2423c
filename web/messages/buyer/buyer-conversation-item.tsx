import { Badge, Group, Text } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { useAccount } from '../../session/account-context.ts'
import { LinkNavItem } from '../../ui/links.tsx'
import { RelativeTime } from '../../ui/relative-time.tsx'
import type { BuyerConversation } from './buyer-conversation-queries.ts'

/** A conversation with a shop in the list: its last message, and whether it is unread. */
export function BuyerConversationItem({ conversation }: { conversation: BuyerConversation }) {
  const { t } = useTranslation('buyerMessages')
  const { id: account } = useAccount()
  const { id, shop, unread, last } = conversation
  const text = last.text || t('photo')
  const weight = unread ? 600 : 400
  return (
    <li>
      <LinkNavItem
        to="/dashboard/$account/spending/messages/$conversation"
        params={{ account, conversation: id }}
        className="stagedoor-need"
        label={
          <Group component="span" gap="xs" wrap="nowrap" justify="space-between">
            <Group component="span" gap="xs" wrap="nowrap" miw={0}>
              <Text span fw={600} truncate>
                {shop?.name ?? t('goneShop')}
              </Text>
              {unread && (
                <Badge component="span" color="amber" flex="none">
                  {t('unread')}
                </Badge>
              )}
            </Group>
            <Text span size="xs" c="dimmed" className="stagedoor-whole">
              <RelativeTime time={last.at} />
            </Text>
          </Group>
        }
        description={
          <Text
            span
            size="sm"
            fw={weight}
            c={unread ? 'bright' : 'dimmed'}
            truncate
            display="block"
            maw="var(--stagedoor-reading)"
          >
            {last.side === 'buyer' ? t('you', { text }) : text}
          </Text>
        }
      />
    </li>
  )
}
