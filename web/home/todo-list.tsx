import { Stack, Text, Title } from '@mantine/core'
import {
  IconBoxOff,
  IconChevronRight,
  IconMailOff,
  IconMailQuestion,
  IconMessage,
  IconMessageReply,
  IconPackage,
  IconTruckDelivery,
} from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import { useAccount } from '../session/account-context.ts'
import { LinkNavItem } from '../ui/links.tsx'
import { CancellationTodo } from './cancellation-todo.tsx'
import type { Todo } from './use-todos.ts'

const icons = {
  unread: IconMessage,
  answered: IconMessageReply,
  toShip: IconTruckDelivery,
  soldOut: IconBoxOff,
  low: IconPackage,
  expired: IconMailOff,
  undelivered: IconMailOff,
  pending: IconMailQuestion,
} as const

export function TodoList({ todos }: { todos: Todo[] }) {
  const { t } = useTranslation('home')
  return (
    <Stack component="section" gap="sm" aria-label={t('now')} maw="var(--stagedoor-form)">
      <Title order={2}>{t('now')}</Title>
      {todos.length === 0 && <Text c="dimmed">{t('nothing')}</Text>}
      <div>
        {todos.map((todo) =>
          todo.what === 'request' ? (
            <CancellationTodo key={todo.request.id} request={todo.request} />
          ) : (
            <Row key={todo.what} todo={todo} />
          ),
        )}
      </div>
    </Stack>
  )
}

type Plain = Exclude<Todo, { what: 'request' }>

function Row({ todo }: { todo: Plain }) {
  const { id: account } = useAccount()
  const Icon = icons[todo.what]
  const shared = {
    label: useWords(todo),
    leftSection: <Icon aria-hidden stroke={1.5} />,
    rightSection: <IconChevronRight size="1rem" aria-hidden />,
    className: 'stagedoor-todo',
  }
  if (todo.what === 'unread') {
    const search = { view: 'unread' } as const
    return <LinkNavItem to="/dashboard/$account/messages" params={{ account }} search={search} {...shared} />
  }
  if (todo.what === 'answered' && todo.first) {
    const params = { account, conversation: todo.first }
    return (
      <LinkNavItem to="/dashboard/$account/spending/messages/$conversation" params={params} {...shared} />
    )
  }
  if (todo.what === 'answered')
    return <LinkNavItem to="/dashboard/$account/spending/messages" params={{ account }} {...shared} />
  if (todo.what === 'toShip') {
    const search = { status: 'to_ship' } as const
    return <LinkNavItem to="/dashboard/$account/orders" params={{ account }} search={search} {...shared} />
  }
  if (todo.what === 'low' && todo.count === 1) {
    const params = { account, product: todo.first.id }
    return <LinkNavItem to="/dashboard/$account/inventory/$product" params={params} {...shared} />
  }
  if (todo.what === 'low' || todo.what === 'soldOut') {
    const search = { status: todo.what === 'low' ? 'active' : 'sold_out' } as const
    return <LinkNavItem to="/dashboard/$account/inventory" params={{ account }} search={search} {...shared} />
  }
  const search = { invitations: true } as const
  return (
    <LinkNavItem to="/dashboard/$account/settings/team" params={{ account }} search={search} {...shared} />
  )
}

function useWords(todo: Plain) {
  const { t } = useTranslation('home')
  const { what, count } = todo
  if ((todo.what === 'unread' || todo.what === 'answered') && todo.more)
    return t(`${todo.what}More`, { count })
  if (todo.what === 'toShip' && todo.more) return t('toShipMore', { count })
  if (what !== 'low') return t(what, { count })
  return t('low', { count, title: todo.first.title, quantity: todo.first.quantity })
}
