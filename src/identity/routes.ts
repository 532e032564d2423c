import { z } from 'zod'
import { type House, route } from '../door/route.ts'
import * as self from './me.ts'
import * as passwords from './passwords.ts'
import * as sessions from './sessions.ts'

const nothing = z.object({})

export const identityRoutes = (house: House) => [
  route({
    method: 'GET',
    path: '/me',
    permission: 'person',
    summary: 'Who is signed in, and the accounts that they work for',
    output: self.Me,
    handle: ({ db, actor }) => self.me(db, actor),
  }),
  route({
    method: 'PATCH',
    path: '/me',
    permission: 'person',
    summary: 'Change one’s own name or language',
    input: self.PersonChange,
    output: self.PersonView,
    handle: ({ db, actor, input }) => self.change(db, actor, input),
  }),
  route({
    method: 'POST',
    path: '/me/password',
    permission: 'person',
    summary: 'Change one’s own password; the other sign-ins end',
    limit: passwords.proofs,
    input: passwords.PasswordChange,
    output: nothing,
    handle: ({ db, actor, input }) => passwords.change(db, actor, input, house),
  }),
  route({
    method: 'GET',
    path: '/me/sessions',
    permission: 'person',
    summary: 'Where one is signed in',
    output: sessions.SignIns,
    handle: ({ db, actor }) => sessions.list(db, actor),
  }),
  route({
    method: 'DELETE',
    path: '/me/sessions',
    permission: 'person',
    summary: 'End all other sign-ins',
    output: z.object({ ended: z.int() }),
    handle: ({ db, actor }) => sessions.endOthers(db, actor),
  }),
  route({
    method: 'DELETE',
    path: '/me/sessions/:session',
    permission: 'person',
    summary: 'End one sign-in',
    output: nothing,
    handle: ({ db, actor, params }) => sessions.end(db, actor, params.session as string),
  }),
]
