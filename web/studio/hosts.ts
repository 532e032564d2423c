import { queryOptions } from '@tanstack/react-query'
import { may } from '../../src/permissions.ts'
import { call } from '../api.ts'
import type { Member } from '../shell/roster.ts'

const isHost = ({ role, you, endsAt }: Member) =>
  !you && may(role, 'shows.host') && (endsAt === null || Date.parse(endsAt) > Date.now())

/** The other members who may host. */
export const hostsOf = (account: string) =>
  queryOptions({
    queryKey: [account, 'members', 'hosts'],
    queryFn: async () => {
      const found: Member[] = []
      let after: string | null = ''
      while (after !== null) {
        const input: { after?: string } = after ? { after } : {}
        const page: { items: Member[]; next: string | null } = await call('GET /accounts/:account/members', {
          params: { account },
          input,
        })
        found.push(...page.items.filter(isHost))
        after = page.next
      }
      return found
    },
  })
