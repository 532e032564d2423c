import type { z } from 'zod'
import type { Jsonified } from '../http/jsonified.ts'
import type { allRoutes } from './routes.ts'

type All = Extract<ReturnType<typeof allRoutes>[number], { method: string; output: z.ZodType }>

/** Every operation of the API, by method and path. The dashboard's types come from this. */
export type Api = { [R in All as `${R['method']} ${R['path']}`]: R }

/** The type of an operation's answer, as it arrives in JSON. */
export type Answer<K extends keyof Api> = Jsonified<z.output<Api[K]['output']>>

/** The type of an operation's input. */
export type Input<K extends keyof Api> = Api[K] extends { input?: infer Schema }
  ? Exclude<Schema, undefined> extends z.ZodUndefined
    ? unknown
    : Exclude<Schema, undefined> extends z.ZodType
      ? { input: z.input<Exclude<Schema, undefined>> }
      : unknown
  : unknown

export type { AccountEvent, ShowEvent } from './live-pushes.ts'
