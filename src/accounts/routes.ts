import { z } from 'zod'
import { type House, route } from '../door/route.ts'
import * as passwords from '../identity/passwords.ts'
import * as accounts from './accounts.ts'
import * as closing from './closing.ts'

const nothing = z.object({})

/** @param blocksDeletion what the account's trade and money have to say about its deletion */
export const accountRoutes = (
  house: House,
  { blocksDeletion }: { blocksDeletion: closing.BlocksDeletion },
) => [
  route({
    method: 'GET',
    path: '/accounts/:account',
    permission: 'member',
    summary: 'The account, and what one may do for it',
    output: accounts.AccountView,
    handle: ({ db, actor }) => accounts.show(db, actor, house.config),
  }),
  route({
    method: 'PATCH',
    path: '/accounts/:account',
    permission: 'account.credentials',
    summary: 'Change the account’s username or name',
    input: accounts.AccountChange,
    output: accounts.AccountView,
    handle: ({ db, actor, input }) => accounts.change(db, actor, input, house.config),
  }),
  route({
    method: 'POST',
    path: '/accounts/:account/password',
    permission: 'account.credentials',
    limit: passwords.proofs,
    summary: 'Change the account’s password, which is its Owner’s; the other sign-ins end',
    input: passwords.PasswordChange,
    output: nothing,
    handle: ({ db, actor, input }) => accounts.changePassword(db, actor, input, house),
  }),
  route({
    method: 'DELETE',
    path: '/accounts/:account',
    permission: 'account.delete',
    holds: 'team',
    limit: passwords.proofs,
    summary: 'Delete the account: it closes at once and is erased after 30 days',
    input: closing.Deletion,
    output: closing.Closing,
    handle: ({ db, actor, input }) => closing.close(db, actor, input, house, blocksDeletion),
  }),
  route({
    method: 'POST',
    path: '/accounts/:account/restore',
    permission: 'account.delete',
    holds: 'team',
    whileClosing: true,
    summary: 'Undo the deletion',
    output: nothing,
    handle: ({ db, actor }) => closing.restore(db, actor),
  }),
]
