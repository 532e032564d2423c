import { z } from 'zod'
import { usernameFault } from './vocabulary.ts'

/** Names that are part of the server's own addresses, or that would look official. */
const reserved = new Set(
  'about account accounts activity admin administrator api app assets auth billing blog dashboard docs explore favicon help home inventory invite live login logout mail mailbox me messages metrics moderator null official orders owner payments payouts privacy public reports root search security seller sell settings shop shops show shows sign-in sign-up signin signup stagedoor static status store support system team terms undefined www'.split(
    ' ',
  ),
)

/** 3 to 30 characters, in lower case. Unique among accounts; some names are reserved. */
export const usernameSchema = z
  .string()
  .max(100)
  .overwrite((text) => text.trim().toLowerCase())
  .refine((text) => usernameFault(text) === null, { params: { code: 'username' } })
  .refine((text) => !reserved.has(text), { params: { code: 'reserved' } })
