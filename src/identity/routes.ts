import { z } from 'zod'
import { route, type Services } from '../http/route.ts'
import { changeOwnPassword, PasswordChange, passwordProofQuota } from './passwords.ts'
import { changeProfile, PersonView, Profile, ProfileChange, readProfile } from './profile.ts'
import { endOtherSessions, endSession, listSessions, SignIns } from './sessions.ts'

const nothing = z.object({})

export const identityRoutes = (services: Services) => [
  route({
    method: 'GET',
    path: '/me',
    permission: 'person',
    summary: 'The signed-in person, and the accounts that they are a member of',
    output: Profile,
    handle: ({ db, actor }) => readProfile(db, actor),
  }),
  route({
    method: 'PATCH',
    path: '/me',
    permission: 'person',
    summary: 'Change your own name or language',
    input: ProfileChange,
    output: PersonView,
    handle: ({ db, actor, input }) => changeProfile(db, actor, input),
  }),
  route({
    method: 'POST',
    path: '/me/password',
    permission: 'person',
    summary: 'Change your own password; your other sessions end',
    limit: passwordProofQuota,
    input: PasswordChange,
    output: nothing,
    handle: ({ db, actor, input }) => changeOwnPassword(db, actor, input, services),
  }),
  route({
    method: 'GET',
    path: '/me/sessions',
    permission: 'person',
    summary: 'Your sessions',
    output: SignIns,
    handle: ({ db, actor }) => listSessions(db, actor),
  }),
  route({
    method: 'DELETE',
    path: '/me/sessions',
    permission: 'person',
    summary: 'End all other sessions',
    output: z.object({ ended: z.int() }),
    handle: ({ db, actor }) => endOtherSessions(db, actor),
  }),
  route({
    method: 'DELETE',
    path: '/me/sessions/:session',
    permission: 'person',
    summary: 'End one session',
    output: nothing,
    handle: ({ db, actor, params }) => endSession(db, actor, params.session),
  }),
]
