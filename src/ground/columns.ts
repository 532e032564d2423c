import { sql } from 'drizzle-orm'
import { bigint, timestamp } from 'drizzle-orm/pg-core'

/** A moment, with its zone. */
export const at = (name: string) => timestamp(name, { withTimezone: true })
export const madeAt = () => at('created_at').notNull().default(sql`now()`)

/** An amount in minor units of a currency. */
export const amount = (name: string) => bigint(name, { mode: 'number' })
