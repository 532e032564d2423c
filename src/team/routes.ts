import { z } from 'zod'
import { type House, route } from '../door/route.ts'
import { Page } from '../ground/page.ts'
import * as answering from './answering.ts'
import * as asking from './asking.ts'
import type { AccessEnded } from './ending.ts'
import * as invitations from './invitations.ts'
import * as inviting from './inviting.ts'
import * as members from './members.ts'
import { InvitationView, MemberView } from './views.ts'

const nothing = z.object({})

export const teamRoutes = (house: House, { accessEnded }: { accessEnded: AccessEnded }) => [
  route({
    method: 'GET',
    path: '/accounts/:account/members',
    permission: 'member',
    summary: 'The team',
    input: members.MemberQuery,
    output: Page(MemberView),
    handle: ({ db, actor, input }) => members.list(db, actor, input),
  }),
  route({
    method: 'PATCH',
    path: '/accounts/:account/members/:member',
    permission: 'team.manage',
    holds: 'team',
    summary: 'Change a member’s role or the end of their access',
    input: members.MemberChange,
    output: MemberView,
    handle: ({ db, actor, input, params }) =>
      members.change(db, actor, params.member as string, input, house, accessEnded),
  }),
  route({
    method: 'DELETE',
    path: '/accounts/:account/members/:member',
    permission: 'team.manage',
    holds: 'team',
    summary: 'Remove a member’s access, at once',
    input: members.Removal,
    output: members.Receipt,
    handle: ({ db, actor, input, params }) =>
      members.remove(db, actor, params.member as string, input, house, accessEnded),
  }),
  route({
    method: 'POST',
    path: '/accounts/:account/leave',
    permission: 'member',
    holds: 'team',
    summary: 'Leave the team',
    output: nothing,
    handle: ({ db, actor }) => members.leave(db, actor, accessEnded),
  }),
  route({
    method: 'POST',
    path: '/accounts/:account/access-requests',
    permission: 'member',
    limit: { name: 'ask', count: 5, minutes: 60 },
    summary: 'Ask those who manage the team for a permission',
    input: asking.AccessRequest,
    output: asking.Asked,
    handle: ({ db, actor, input }) => asking.ask(db, actor, input, house),
  }),
  route({
    method: 'GET',
    path: '/accounts/:account/invitations',
    permission: 'team.manage',
    summary: 'Invitations, without a status those that wait for an answer',
    input: invitations.InvitationQuery,
    output: Page(InvitationView),
    handle: ({ db, actor, input }) => invitations.list(db, actor, input),
  }),
  route({
    method: 'POST',
    path: '/accounts/:account/invitations',
    permission: 'team.manage',
    holds: 'team',
    summary: 'Invite people, with a result for each',
    input: inviting.NewInvitations,
    output: inviting.InvitationResults,
    handle: ({ db, actor, input }) => inviting.invite(db, actor, input, house),
  }),
  route({
    method: 'PATCH',
    path: '/accounts/:account/invitations/:invitation',
    permission: 'team.manage',
    holds: 'team',
    summary: 'Change the role that an invitation gives',
    input: invitations.InvitationChange,
    output: InvitationView,
    handle: ({ db, actor, input, params }) =>
      invitations.changeRole(db, actor, params.invitation as string, input),
  }),
  route({
    method: 'DELETE',
    path: '/accounts/:account/invitations/:invitation',
    permission: 'team.manage',
    holds: 'team',
    summary: 'Cancel an invitation',
    output: InvitationView,
    handle: ({ db, actor, params }) => invitations.cancel(db, actor, params.invitation as string),
  }),
  route({
    method: 'POST',
    path: '/accounts/:account/invitations/:invitation/resend',
    permission: 'team.manage',
    holds: 'team',
    summary: 'Mail a new link; the old ones die',
    output: InvitationView,
    handle: ({ db, actor, params }) => invitations.resend(db, actor, params.invitation as string, house),
  }),
  route({
    method: 'POST',
    path: '/accounts/:account/invitations/:invitation/link',
    permission: 'team.manage',
    holds: 'team',
    summary: 'A link to hand over by other means',
    output: z.object({ url: z.string() }),
    handle: ({ db, actor, params }) => invitations.copyLink(db, actor, params.invitation as string, house),
  }),
  route({
    method: 'POST',
    path: '/invitations/preview',
    open: 'because whoever holds the link is to see what it is for before signing in',
    summary: 'What an invitation’s link is for',
    input: answering.TokenInput,
    output: answering.Preview,
    scope: answering.scopeOf(house),
    handle: ({ db, actor, input }) => answering.preview(db, actor, input.token, house),
  }),
  route({
    method: 'POST',
    path: '/invitations/accept',
    permission: 'person',
    summary: 'Accept an invitation',
    input: answering.TokenInput,
    output: answering.Joined,
    scope: answering.scopeOf(house),
    handle: ({ db, actor, input }) => answering.accept(db, actor, input.token, house),
  }),
  route({
    method: 'POST',
    path: '/invitations/decline',
    permission: 'person',
    summary: 'Decline an invitation',
    input: answering.TokenInput,
    output: nothing,
    scope: answering.scopeOf(house),
    handle: ({ db, actor, input }) => answering.decline(db, actor, input.token, house),
  }),
]
