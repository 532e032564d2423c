import { z } from 'zod'
import { route, type Services } from '../http/route.ts'
import { PageOf } from '../platform/database/keyset-page.ts'
import { acceptInvitation, declineInvitation, JoinedAccount } from './accept-invitation.ts'
import type { OnAccessEnded } from './access-expiry.ts'
import { AccessRequest, AccessRequestResult, requestAccess } from './access-requests.ts'
import { scopeOfToken, TokenInput } from './invitation-by-token.ts'
import { InvitationResults, inviteMembers, NewInvitations } from './invite-members.ts'
import {
  cancelInvitation,
  changeInvitationRole,
  copyInvitationLink,
  InvitationChange,
  InvitationQuery,
  listInvitations,
  resendInvitation,
} from './manage-invitations.ts'
import {
  changeMember,
  leaveTeam,
  listMembers,
  MemberChange,
  MemberQuery,
  RemovalInput,
  RemovalReceipt,
  removeMember,
} from './members.ts'
import { InvitationPreview, previewInvitation } from './preview-invitation.ts'
import { InvitationView, MemberView } from './team-views.ts'

const nothing = z.object({})

export const teamRoutes = (services: Services, { accessEnded }: { accessEnded: OnAccessEnded }) => [
  route({
    method: 'GET',
    path: '/accounts/:account/members',
    permission: 'member',
    summary: 'The team',
    input: MemberQuery,
    output: PageOf(MemberView),
    handle: ({ db, actor, input }) => listMembers(db, actor, input),
  }),
  route({
    method: 'PATCH',
    path: '/accounts/:account/members/:member',
    permission: 'team.manage',
    holds: 'team',
    summary: 'Change a member’s role or the end of their access',
    input: MemberChange,
    output: MemberView,
    handle: ({ db, actor, input, params }) =>
      changeMember(db, actor, params.member, input, services, accessEnded),
  }),
  route({
    method: 'DELETE',
    path: '/accounts/:account/members/:member',
    permission: 'team.manage',
    holds: 'team',
    summary: 'Remove a member’s access, at once',
    input: RemovalInput,
    output: RemovalReceipt,
    handle: ({ db, actor, input, params }) =>
      removeMember(db, actor, params.member, input, services, accessEnded),
  }),
  route({
    method: 'POST',
    path: '/accounts/:account/leave',
    permission: 'member',
    holds: 'team',
    summary: 'Leave the team',
    output: nothing,
    handle: ({ db, actor }) => leaveTeam(db, actor, accessEnded),
  }),
  route({
    method: 'POST',
    path: '/accounts/:account/access-requests',
    permission: 'member',
    limit: { name: 'ask', count: 5, minutes: 60 },
    summary: 'Ask the members who manage the team for a permission',
    input: AccessRequest,
    output: AccessRequestResult,
    handle: ({ db, actor, input }) => requestAccess(db, actor, input, services),
  }),
  route({
    method: 'GET',
    path: '/accounts/:account/invitations',
    permission: 'team.manage',
    summary: 'Invitations; without a status, those that wait for an answer',
    input: InvitationQuery,
    output: PageOf(InvitationView),
    handle: ({ db, actor, input }) => listInvitations(db, actor, input),
  }),
  route({
    method: 'POST',
    path: '/accounts/:account/invitations',
    permission: 'team.manage',
    holds: 'team',
    summary: 'Invite people, with a result for each',
    input: NewInvitations,
    output: InvitationResults,
    handle: ({ db, actor, input }) => inviteMembers(db, actor, input, services),
  }),
  route({
    method: 'PATCH',
    path: '/accounts/:account/invitations/:invitation',
    permission: 'team.manage',
    holds: 'team',
    summary: 'Change the role that an invitation gives',
    input: InvitationChange,
    output: InvitationView,
    handle: ({ db, actor, input, params }) => changeInvitationRole(db, actor, params.invitation, input),
  }),
  route({
    method: 'DELETE',
    path: '/accounts/:account/invitations/:invitation',
    permission: 'team.manage',
    holds: 'team',
    summary: 'Cancel an invitation',
    output: InvitationView,
    handle: ({ db, actor, params }) => cancelInvitation(db, actor, params.invitation),
  }),
  route({
    method: 'POST',
    path: '/accounts/:account/invitations/:invitation/resend',
    permission: 'team.manage',
    holds: 'team',
    summary: 'Mail a new link; the old ones stop working',
    output: InvitationView,
    handle: ({ db, actor, params }) => resendInvitation(db, actor, params.invitation, services),
  }),
  route({
    method: 'POST',
    path: '/accounts/:account/invitations/:invitation/link',
    permission: 'team.manage',
    holds: 'team',
    summary: 'A link to send in another way',
    output: z.object({ url: z.string() }),
    handle: ({ db, actor, params }) => copyInvitationLink(db, actor, params.invitation, services),
  }),
  route({
    method: 'POST',
    path: '/invitations/preview',
    open: 'because a person with the link can see the invitation before signing in',
    summary: 'What an invitation’s link is for',
    input: TokenInput,
    output: InvitationPreview,
    scope: scopeOfToken(services),
    handle: ({ db, actor, input }) => previewInvitation(db, actor, input.token, services),
  }),
  route({
    method: 'POST',
    path: '/invitations/accept',
    permission: 'person',
    summary: 'Accept an invitation',
    input: TokenInput,
    output: JoinedAccount,
    scope: scopeOfToken(services),
    handle: ({ db, actor, input }) => acceptInvitation(db, actor, input.token, services),
  }),
  route({
    method: 'POST',
    path: '/invitations/decline',
    permission: 'person',
    summary: 'Decline an invitation',
    input: TokenInput,
    output: nothing,
    scope: scopeOfToken(services),
    handle: ({ db, actor, input }) => declineInvitation(db, actor, input.token, services),
  }),
]
