import { z } from 'zod'
import { PhotoView, toPhotoView } from '../platform/files/photo-urls.ts'
import { timeZone } from '../platform/format/period.ts'
import { multiLine, singleLine } from '../platform/text-schemas.ts'
import type { shows } from './tables.ts'
import { discoverabilities, repeatIntervals, repeatTimes, showLimits, showStatuses } from './vocabulary.ts'

/** For how many hours a stopped show can be continued. */
export const resumeHours = 2
/** How many hours after its scheduled time a show that did not begin is cancelled. */
export const missedHours = 12

/** A date and time as a clock in the zone shows it: 2026-12-24T19:30. */
const localTime = z
  .string()
  .regex(/^20\d\d-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])T([01]\d|2[0-3]):[0-5]\d$/)
  .refine((text) => !Number.isNaN(Date.parse(`${text}:00Z`)) && sameDay(text), { params: { code: 'date' } })
const sameDay = (text: string) => new Date(`${text}:00Z`).toISOString().startsWith(text)

/** The fields of a show with their limits. */
export const showFields = {
  title: singleLine(showLimits.title),
  description: multiLine(showLimits.description),
  category: singleLine(showLimits.category, 0),
  startsAt: localTime,
  zone: timeZone,
  discoverability: z.enum(discoverabilities),
}

export const NewShow = z.strictObject({
  ...showFields,
  description: showFields.description.default(''),
  category: showFields.category.default(''),
  discoverability: showFields.discoverability.default('public'),
  repeat: z
    .strictObject({
      every: z.enum(repeatIntervals),
      times: z.int().min(repeatTimes.min).max(repeatTimes.max),
    })
    .optional()
    .describe(
      'How often the show is repeated, and how many shows there are in total. Each begins at the same time of day in the zone.',
    ),
})
export const ShowChange = z
  .strictObject({
    ...showFields,
    following: z
      .boolean()
      .describe(
        'Whether the later shows of the series change, too. A new time moves them by the same difference.',
      ),
  })
  .partial()
export const ShowCancellation = z.strictObject({
  reason: multiLine(showLimits.cancellationReason).optional(),
  following: z.boolean().optional(),
})

const row = {
  id: z.string(),
  title: z.string(),
  category: z.string(),
  cover: PhotoView.nullable(),
  startsAt: z.date(),
  zone: z.string().describe('The IANA time zone in which the start was chosen.'),
  discoverability: z.enum(discoverabilities),
  status: z.enum(showStatuses),
  series: z.string().nullable().describe('The id that all shows of a series share; null for a single show.'),
  rehearsal: z.boolean(),
}
export const ShowRow = z.object({ ...row, products: z.int() }).meta({ id: 'ShowRow' })

export const Show = z
  .object({
    ...row,
    description: z.string(),
    currency: z.string(),
    products: z.int(),
    following: z.int().describe('How many later shows its series has.'),
    startedAt: z.date().nullable().describe('When it first went live; null until then.'),
    stoppedAt: z
      .date()
      .nullable()
      .describe('When the last broadcast stopped; null unless the show is stopped.'),
    resumeBy: z
      .date()
      .nullable()
      .describe('Until when a stopped show can be continued; null unless it is stopped.'),
    closedAt: z.date().nullable().describe('When it ended or was cancelled; null until then.'),
    closedBy: z
      .string()
      .nullable()
      .describe('The name of the member who ended or cancelled it; null if nobody did.'),
    closeNote: z.string(),
    rehearses: z
      .string()
      .nullable()
      .describe('For a rehearsal, the id of the show that it prepares; null for other shows.'),
    createdBy: z.string(),
    onAir: z
      .object({
        name: z.string(),
        you: z.boolean(),
        since: z.date(),
        video: z.boolean(),
        offered: z.object({ name: z.string(), you: z.boolean() }).nullable(),
      })
      .nullable()
      .describe(
        'The host on the air; `offered` is the member to whom they offer the show. Null if nobody is on the air.',
      ),
  })
  .meta({ id: 'Show' })

export type ShowRecord = typeof shows.$inferSelect

export const toCover = ({
  accountId,
  coverId,
  coverWidth,
  coverHeight,
}: Pick<ShowRecord, 'accountId' | 'coverId' | 'coverWidth' | 'coverHeight'>) =>
  coverId && coverWidth && coverHeight
    ? toPhotoView(accountId, { id: coverId, width: coverWidth, height: coverHeight })
    : null

export const resumeBy = ({ status, stoppedAt }: Pick<ShowRecord, 'status' | 'stoppedAt'>): Date | null =>
  status === 'stopped' && stoppedAt ? new Date(stoppedAt.getTime() + resumeHours * 3_600_000) : null
