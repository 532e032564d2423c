import { Badge, Group, Text } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { useAccount } from '../shell/account.ts'
import { LinkNav } from '../shell/links.tsx'
import { When } from '../shell/when.tsx'
import type { ConversationRow } from './conversations.ts'

/** One conversation with a shop: what was written last, and whether that is yet to be read. */
export function ConversationItem({ conversation }: { conversation: ConversationRow }) {
  const { t } = useTranslation('correspondence')
  const { id: account } = useAccount()
  const { id, shop, unread, last } = conversation
  const text = last.text || t('photo')
  const weight = unread ? 600 : 400
  return (
    <li>
      <LinkNav
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
              <When time={last.at} />
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
