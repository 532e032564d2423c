import { z } from 'zod'
import { line, prose, reference } from '../ground/text.ts'
import { aboutKinds, entryKinds, messageKinds } from './tables.ts'

/** Characters of a message, and of a note. */
export const longestText = 4000

/** What whoever sends calls what they send: under a key that was used, nothing is written again. */
const key = z.string().regex(/^[\w-]{8,64}$/)
const text = prose(longestText)

/** What a message is about: a product or a show of the seller's, or an order of the two. */
const about = z.strictObject({ kind: z.enum(aboutKinds), id: reference })

export const NewMessage = z.strictObject({ text, about: about.optional(), key: key.optional() })
/** A message's number, or a place. */
export const place = z.int().min(0).max(2_147_483_647)
const care = {
  /** The number of the last message that whoever answers has seen: a colleague's answer after it is told first. */
  seen: place.optional(),
  /** Answer all the same. */
  anyway: z.boolean().optional(),
}
export const NewReply = NewMessage.extend(care)
export const NewNote = z.strictObject({ text, key: key.optional() })
export const NewConversation = NewMessage.extend({
  /** The username of the shop that is written to. */
  shop: line(64),
})
export const NewOutreach = NewMessage.omit({ about: true }).extend({
  /** The order whose buyer is written to. */
  order: reference,
})
export const NewPhoto = z.strictObject({ key: key.optional() })
export const NewPhotoReply = NewPhoto.extend({
  seen: z.coerce.number().pipe(place).optional(),
  anyway: z.stringbool().optional(),
})

const About = z.object({ kind: z.enum(aboutKinds), id: z.string(), title: z.string() })
const Photo = z.object({
  /** Of the large one, in pixels. */
  width: z.int(),
  height: z.int(),
  /** For whoever may read the conversation, and for nobody else. */
  url: z.string(),
  thumb: z.string(),
})
const common = {
  id: z.string(),
  /** Empty for a photo. Shown as text, and never as anything else. */
  text: z.string(),
  about: About.nullable(),
  photo: Photo.nullable(),
  at: z.date(),
}

/** What stands in a conversation, as the seller's team has it. */
export const Entry = z
  .object({
    ...common,
    /** Its place: 1, 2, 3 and so on, without a gap. */
    position: z.int(),
    /** Its place among what the buyer has, too; null for what only the team has. */
    number: z.int().nullable(),
    /** `assigned`: its text is to whom; empty, to nobody. */
    kind: z.enum(entryKinds),
    /** clock: Stagedoor itself, when somebody's access ended. */
    side: z.enum(['seller', 'buyer', 'clock']),
    /** Who of the team; of `clock`, whose access ended; of the buyer's side, null. */
    person: z.object({ id: z.string(), name: z.string() }).nullable(),
  })
  .meta({ id: 'Entry' })

/** A message as the buyer's account has it. */
export const Message = z
  .object({
    ...common,
    position: z.int(),
    kind: z.enum(messageKinds),
    side: z.enum(['seller', 'buyer']),
    /** Who of the buyer's account wrote it; null for the seller's answers, which are the account's. */
    person: z.string().nullable(),
  })
  .meta({ id: 'Message' })

export const TimelineQuery = z.strictObject({
  /** Those after this place, the earliest first; without it, the latest. `next` then leads to what came before. */
  since: z.coerce.number().pipe(place).optional(),
  after: z
    .string()
    .max(400)
    .regex(/^[\w-]+$/)
    .optional(),
})
