import type { z } from 'zod'
import type { accountRoutes } from './accounts/routes.ts'
import type { activityRoutes } from './activity/routes.ts'
import type { identityRoutes } from './identity/routes.ts'
import type { inventoryRoutes } from './inventory/routes.ts'
import type { teamRoutes } from './team/routes.ts'

type All = ReturnType<
  | typeof identityRoutes
  | typeof accountRoutes
  | typeof teamRoutes
  | typeof activityRoutes
  | typeof inventoryRoutes
>[number]

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
