import { sql } from 'drizzle-orm'
import { bigint, timestamp } from 'drizzle-orm/pg-core'

/** A moment in time, with time zone. */
export const timestampColumn = (name: string) => timestamp(name, { withTimezone: true })
export const createdAtColumn = () => timestampColumn('created_at').notNull().default(sql`now()`)

/** An amount in minor units of a currency. */
export const amountColumn = (name: string) => bigint(name, { mode: 'number' })
