import type { z } from 'zod'
import type { routes } from './routes.ts'

type All = Extract<ReturnType<typeof routes>[number], { method: string; output: z.ZodType }>

/** Every operation of the API, by its method and path: what the dashboard is typed from. */
export type Api = { [R in All as `${R['method']} ${R['path']}`]: R }

type Jsonified<T> = T extends Date
  ? string
  : T extends (infer Item)[]
    ? Jsonified<Item>[]
    : T extends object
      ? { [K in keyof T]: Jsonified<T[K]> }
      : T

/** What the operation answers, as it arrives by JSON. */
export type Answer<K extends keyof Api> = Jsonified<z.output<Api[K]['output']>>

/** What the operation takes. */
export type Input<K extends keyof Api> = Api[K] extends { input?: infer Schema }
  ? Exclude<Schema, undefined> extends z.ZodUndefined
    ? unknown
    : Exclude<Schema, undefined> extends z.ZodType
      ? { input: z.input<Exclude<Schema, undefined>> }
      : unknown
  : unknown
