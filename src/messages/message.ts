import { z } from 'zod'
import { idReference, messageText, singleLine } from '../platform/text-schemas.ts'
import { entryKinds, maxMessageLength, messageKinds, subjectKinds } from './vocabulary.ts'

/** An identifier chosen by the sender's client. A key that was used before writes nothing more. */
const key = z.string().regex(/^[\w-]{8,64}$/)
const text = messageText(maxMessageLength)

/** The subject of a message: a product or a show of the seller's, or an order between the two accounts. */
const subject = z.strictObject({ kind: z.enum(subjectKinds), id: idReference })

export const NewMessage = z.strictObject({ text, subject: subject.optional(), key: key.optional() })
/** The number or the position of an entry. */
export const entryNumber = z.int().min(0).max(2_147_483_647)
const care = {
  /**
   * The number of the last message that the answering member has seen. If another member has answered after it, the
   * answer is refused, so that the member can read that answer first.
   */
  seen: entryNumber.optional(),
  anyway: z.boolean().optional().describe('Send even if another member has answered.'),
}
export const NewReply = NewMessage.extend(care)
export const NewNote = z.strictObject({ text, key: key.optional() })
export const NewConversation = NewMessage.extend({
  shop: singleLine(64).describe('The username of the shop.'),
})
export const NewOutreach = NewMessage.omit({ subject: true }).extend({
  order: idReference.describe('The order whose buyer gets the message.'),
})
export const NewPhoto = z.strictObject({ key: key.optional() })
export const NewPhotoReply = NewPhoto.extend({
  seen: z.coerce.number().pipe(entryNumber).optional(),
  anyway: z.stringbool().optional(),
})

const MessageSubjectView = z.object({ kind: z.enum(subjectKinds), id: z.string(), title: z.string() })
const Photo = z.object({
  width: z.int().describe('The size of the large file, in pixels.'),
  height: z.int(),
  url: z.string().describe('Only members who may read the conversation can open these.'),
  thumb: z.string(),
})
const common = {
  id: z.string(),
  text: z
    .string()
    .describe('Empty for a photo. Pages show it as text only, so that it cannot contain markup.'),
  subject: MessageSubjectView.nullable(),
  photo: Photo.nullable(),
  at: z.date(),
}

/** An entry of a conversation as the seller's team sees it. */
export const ConversationEntry = z
  .object({
    ...common,
    position: z.int().describe('Its position in the conversation: 1, 2, 3 and so on, without a gap.'),
    number: z
      .int()
      .nullable()
      .describe(
        'Its number among the entries that the buyer also sees; null for an entry that only the team sees.',
      ),
    kind: z
      .enum(entryKinds)
      .describe('`assigned`: the text is the name of the new assignee, or empty for nobody.'),
    side: z
      .enum(['seller', 'buyer', 'clock'])
      .describe("`clock`: written by the server, when a member's access ended."),
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
    position: z.int(),
    kind: z.enum(messageKinds),
    side: z.enum(['seller', 'buyer']),
    person: z
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
    .optional(),
})
export const ReadUpTo = z.strictObject({ number: entryNumber })
