import { z } from 'zod'
import { route, type Services } from '../http/route.ts'
import { PasswordChange, passwordProofQuota } from '../identity/passwords.ts'
import {
  AccountChange,
  AccountView,
  changeAccount,
  changeAccountPassword,
  findAccount,
} from './account-settings.ts'
import {
  ClosingAccount,
  closeAccount,
  DeletionInput,
  type FindDeletionBlocks,
  restoreAccount,
} from './close-account.ts'

const nothing = z.object({})

/** @param blocksDeletion finds what prevents the account's deletion */
export const accountRoutes = (
  services: Services,
  { blocksDeletion }: { blocksDeletion: FindDeletionBlocks },
) => [
  route({
    method: 'GET',
    path: '/accounts/:account',
    permission: 'member',
    summary: 'The account, with your role and permissions',
    output: AccountView,
    handle: ({ db, actor }) => findAccount(db, actor, services.config),
  }),
  route({
    method: 'PATCH',
    path: '/accounts/:account',
    permission: 'account.credentials',
    summary: 'Change the account’s username or name',
    input: AccountChange,
    output: AccountView,
    handle: ({ db, actor, input }) => changeAccount(db, actor, input, services.config),
  }),
  route({
    method: 'POST',
    path: '/accounts/:account/password',
    permission: 'account.credentials',
    limit: passwordProofQuota,
    summary: 'Change the account’s password, which is its Owner’s; the other sessions end',
    input: PasswordChange,
    output: nothing,
    handle: ({ db, actor, input }) => changeAccountPassword(db, actor, input, services),
  }),
  route({
    method: 'DELETE',
    path: '/accounts/:account',
    permission: 'account.delete',
    holds: 'team',
    limit: passwordProofQuota,
    summary: 'Delete the account: it closes at once and is erased after 30 days',
    input: DeletionInput,
    output: ClosingAccount,
    handle: ({ db, actor, input }) => closeAccount(db, actor, input, services, blocksDeletion),
  }),
  route({
    method: 'POST',
    path: '/accounts/:account/restore',
    permission: 'account.delete',
    holds: 'team',
    whileClosing: true,
    summary: 'Undo the deletion',
    output: nothing,
    handle: ({ db, actor }) => restoreAccount(db, actor),
  }),
]
