import { queryOptions } from '@tanstack/react-query'
import { may } from '../../../src/permissions.ts'
import { callApi } from '../../data/api.ts'
import { memberKeys } from '../../data/query-keys.ts'
import type { Member } from '../../session/members-queries.ts'

const isHost = ({ role, you, endsAt }: Member) =>
  !you && may(role, 'shows.host') && (endsAt === null || Date.parse(endsAt) > Date.now())

/** The other members who may host. */
export const otherHostsQuery = (account: string) =>
  queryOptions({
    queryKey: memberKeys.hosts(account),
    queryFn: async () => {
      const found: Member[] = []
      let after: string | null = ''
      while (after !== null) {
        const input: { after?: string } = after ? { after } : {}
        const page: { items: Member[]; next: string | null } = await callApi(
          'GET /accounts/:account/members',
          {
            params: { account },
            input,
          },
        )
        found.push(...page.items.filter(isHost))
        after = page.next
      }
      return found
    },
  })
