import { z } from 'zod'
import { PhotoView, toPhotoView } from '../platform/files/photo-urls.ts'
import { timeZone } from '../platform/format/period.ts'
import { multiLine, singleLine } from '../platform/text-schemas.ts'
import type { shows } from './tables.ts'
import { discoverabilities, repeatIntervals, repeatTimes, showLimits, showStates } from './vocabulary.ts'

/** Hours for which a stopped show can be continued. */
export const resumeHours = 2
/** Hours after its scheduled time at which a show that did not begin is cancelled. */
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
      'How often the show is repeated, and how many shows there are in all. Each is at the same time of day in the zone.',
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
  zone: z.string(),
  discoverability: z.enum(discoverabilities),
  state: z.enum(showStates),
  series: z.string().nullable(),
  rehearsal: z.boolean(),
}
export const ShowRow = z.object({ ...row, products: z.int() }).meta({ id: 'ShowRow' })

export const Show = z
  .object({
    ...row,
    description: z.string(),
    currency: z.string(),
    products: z.int(),
    following: z.int().describe('The number of later shows in its series.'),
    startedAt: z.date().nullable(),
    stoppedAt: z.date().nullable(),
    resumeBy: z.date().nullable().describe('Until when a stopped show can be continued.'),
    closedAt: z.date().nullable(),
    closedBy: z.string().nullable(),
    closeNote: z.string(),
    rehearses: z.string().nullable().describe('The show that a rehearsal is for.'),
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
      .describe('The host on the air, and the host to whom they offer the show.'),
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

export const resumeBy = ({ state, stoppedAt }: Pick<ShowRecord, 'state' | 'stoppedAt'>): Date | null =>
  state === 'stopped' && stoppedAt ? new Date(stoppedAt.getTime() + resumeHours * 3_600_000) : null
