import { z } from 'zod'
import { idReference, messageText, singleLine } from '../platform/text-schemas.ts'
import { entryKinds, maxMessageLength, messageKinds, subjectKinds } from './vocabulary.ts'

const key = z
  .string()
  .regex(/^[\w-]{8,64}$/)
  .describe(
    "An identifier that the sender's client chooses. With a key that was used before, nothing is written again.",
  )
const text = messageText(maxMessageLength)

const subject = z
  .strictObject({ kind: z.enum(subjectKinds), id: idReference })
  .describe(
    'What the message is about: a product or a show of the shop, or an order between the two accounts.',
  )

export const NewMessage = z.strictObject({ text, subject: subject.optional(), key: key.optional() })
/** An entry's number or position. */
export const entryNumber = z.int().min(0).max(2_147_483_647)
const replyOptions = {
  seen: entryNumber
    .optional()
    .describe(
      'The number of the last message that the answering member has seen. If another member has answered since then, this answer is refused, so that the member can read the other one first.',
    ),
  anyway: z.boolean().optional().describe('Send even if another member has answered since then.'),
}
export const NewReply = NewMessage.extend(replyOptions)
export const NewNote = z.strictObject({ text, key: key.optional() })
export const NewConversation = NewMessage.extend({
  shop: singleLine(64).describe('The username of the shop.'),
})
export const NewOutreach = NewMessage.omit({ subject: true }).extend({
  order: idReference.describe('The id of the order whose buyer gets the message.'),
})
export const NewPhoto = z.strictObject({ key: key.optional() })
export const NewPhotoReply = NewPhoto.extend({
  seen: z.coerce
    .number()
    .pipe(entryNumber)
    .optional()
    .describe('The number of the last message that the answering member has seen.'),
  anyway: z.stringbool().optional().describe('Send even if another member has answered since then.'),
})

const MessageSubjectView = z.object({ kind: z.enum(subjectKinds), id: z.string(), title: z.string() })
const Photo = z.object({
  width: z.int().describe('The width of the large file, in pixels.'),
  height: z.int().describe('The height of the large file, in pixels.'),
  url: z
    .string()
    .describe('The address of the large file. It opens only for members who may read the conversation.'),
  thumb: z.string().describe('The address of the small file, with the same restriction.'),
})
const common = {
  id: z.string(),
  text: z.string().describe('Empty for a photo. Pages show it as plain text, so markup in it has no effect.'),
  subject: MessageSubjectView.nullable().describe('What the message is about; null if nothing was chosen.'),
  photo: Photo.nullable(),
  at: z.date(),
}

/** An entry of a conversation as the seller's team sees it. */
export const ConversationEntry = z
  .object({
    ...common,
    position: z.int().describe("The entry's position in the conversation: 1, 2, 3 and so on, without a gap."),
    number: z
      .int()
      .nullable()
      .describe(
        "The entry's number among those that the buyer also sees; null for an entry that only the team sees.",
      ),
    kind: z
      .enum(entryKinds)
      .describe('For `assigned`, the text is the name of the new assignee, or empty if nobody is assigned.'),
    side: z
      .enum(['seller', 'buyer', 'clock'])
      .describe("`clock`: the server wrote it, because a member's access ended."),
    person: z
      .object({ id: z.string(), name: z.string() })
      .nullable()
      .describe(
        "The member of the team who wrote it; for `clock`, the member whose access ended; null for the buyer's side.",
      ),
  })
  .meta({ id: 'Entry' })

/** A message as the buyer's account sees it. */
export const Message = z
  .object({
    ...common,
    position: z.int().describe("The message's number in the conversation: 1, 2, 3 and so on, without a gap."),
    kind: z.enum(messageKinds),
    side: z.enum(['seller', 'buyer']),
    by: z
      .string()
      .nullable()
      .describe(
        "The member of the buyer's account who wrote it; null for the seller's answers, which are written in the account's name.",
      ),
  })
  .meta({ id: 'Message' })

export const TimelineQuery = z.strictObject({
  since: z.coerce
    .number()
    .pipe(entryNumber)
    .optional()
    .describe(
      'Entries after this position, the earliest first. Without it: the latest entries, where `next` leads to earlier ones.',
    ),
  after: z
    .string()
    .max(400)
    .regex(/^[\w-]+$/)
    .optional()
    .describe('The `next` of the previous answer.'),
})
export const ReadUpTo = z.strictObject({
  number: entryNumber.describe('The number of the last message that was read.'),
})
