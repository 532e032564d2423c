import { z } from 'zod'
import { zone } from '../ground/period.ts'
import { line, lines } from '../ground/text.ts'
import { PhotoView, photoView } from '../inventory/photos.ts'
import { discoverabilities, showStates, type shows } from './tables.ts'

/** Hours in which a stopped show can go on. */
export const resumeHours = 2
/** Hours after which a show that nobody began is given up. */
export const missedHours = 12

/** A day and a time as a clock in the zone shows them: 2026-12-24T19:30. */
const localTime = z
  .string()
  .regex(/^20\d\d-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])T([01]\d|2[0-3]):[0-5]\d$/)
  .refine((text) => !Number.isNaN(Date.parse(`${text}:00Z`)) && sameDay(text), { params: { code: 'date' } })
const sameDay = (text: string) => new Date(`${text}:00Z`).toISOString().startsWith(text)

/** What a show is made of, each field within its limits. */
export const fields = {
  title: line(120),
  description: lines(5000),
  category: line(80, 0),
  startsAt: localTime,
  zone,
  discoverability: z.enum(discoverabilities),
}

export const NewShow = z.strictObject({
  ...fields,
  description: fields.description.default(''),
  category: fields.category.default(''),
  discoverability: fields.discoverability.default('public'),
  /** How often it is repeated and how many shows there are in all; each at the same time of the day in its zone. */
  repeat: z
    .strictObject({ every: z.enum(['day', 'week', 'fortnight']), times: z.int().min(2).max(52) })
    .optional(),
})
export const ShowChange = z
  .strictObject({
    ...fields,
    /** Whether the later ones of its series change, too: a new time moves them by as much. */
    following: z.boolean(),
  })
  .partial()
export const Cancelling = z.strictObject({ reason: lines(500).optional(), following: z.boolean().optional() })

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
    /** How many later ones there are in its series. */
    following: z.int(),
    startedAt: z.date().nullable(),
    stoppedAt: z.date().nullable(),
    /** Of a stopped one: until when it can go on. */
    resumeBy: z.date().nullable(),
    closedAt: z.date().nullable(),
    closedBy: z.string().nullable(),
    closeNote: z.string(),
    /** The show that a rehearsal is for. */
    rehearses: z.string().nullable(),
    createdBy: z.string(),
    /** Who is on the air, and whom they have handed it over to. */
    onAir: z
      .object({
        name: z.string(),
        you: z.boolean(),
        since: z.date(),
        video: z.boolean(),
        offered: z.object({ name: z.string(), you: z.boolean() }).nullable(),
      })
      .nullable(),
  })
  .meta({ id: 'Show' })

export type Row = typeof shows.$inferSelect

export const coverOf = ({
  accountId,
  coverId,
  coverWidth,
  coverHeight,
}: Pick<Row, 'accountId' | 'coverId' | 'coverWidth' | 'coverHeight'>) =>
  coverId && coverWidth && coverHeight
    ? photoView(accountId, { id: coverId, width: coverWidth, height: coverHeight })
    : null

export const resumeBy = ({ state, stoppedAt }: Pick<Row, 'state' | 'stoppedAt'>): Date | null =>
  state === 'stopped' && stoppedAt ? new Date(stoppedAt.getTime() + resumeHours * 3_600_000) : null
