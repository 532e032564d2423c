import type { z } from 'zod'
import type { Actor, Person, Visitor } from '../access/gate.ts'
import type { Permission } from '../permissions.ts'
import type { Config } from '../platform/config.ts'
import type { Database, Tx } from '../platform/database/database.ts'
import type { Scope } from '../platform/database/scope.ts'
import type { FileStorage } from '../platform/files/file-storage.ts'
import type { Language } from '../platform/format/i18n.ts'
import type { SendMail } from '../platform/mail/queue-mail.ts'
import type { PathParams } from './path-params.ts'
import type { Quota, RateLimits } from './rate-limits.ts'

/** What the server provides to its routes. */
export type Services = {
  config: Config
  sendMail: SendMail
  limits: RateLimits
  database: Database
  files: FileStorage
}

type Method = 'GET' | 'POST' | 'PATCH' | 'DELETE'

/** The type of a handler's actor, by the permission that its route requires. */
type Caller<G> = G extends 'person' ? Person : G extends Permission | 'member' ? Actor : Visitor | Person

type HandlerContext<P extends string, G, I extends z.ZodType> = {
  /** The transaction, in the scope of the account, of the person, or of what `scope` returns. */
  db: Tx
  actor: Caller<G>
  input: z.output<I>
  params: PathParams<P>
}

/** Counted for each calling person (or IP address), or with `per` for the account that they act for. */
export type RateLimit = Quota & { name: string; per?: 'account' }

type Common<P extends string, G, I extends z.ZodType> = {
  /** Below /api/v1. `:account` names the acting account. */
  path: P
  /** Checked before the body is read. Without one, `open` must say why everybody may call the route. */
  permission?: G
  open?: `because ${string}`
  /** One line for the API's description. */
  summary: string
  /**
   * How often a person (or an account) may call the route, counted before anything is done. Routes with the same
   * `name` share a count.
   */
  limit?: RateLimit
  input?: I
}

export type Route<
  M extends Method = Method,
  P extends string = string,
  G = Permission | 'member' | 'person' | undefined,
  I extends z.ZodType = z.ZodType,
  O extends z.ZodType = z.ZodType,
> = Common<P, G, I> & {
  method: M
  output: O
  status?: 201
  /**
   * `team`: the act changes who may do what, so it takes the account's team lock instead of the lock on the actor's
   * membership.
   */
  holds?: 'team'
  /** Whether the Owner may do it while the account is being deleted. */
  whileClosing?: true
  /** For links that authorise by a token: the scope that they open. */
  scope?(input: z.output<I>): Scope
  handle(context: HandlerContext<P, G, I>): Promise<z.input<O>>
}

type Guarded<G> = [G] extends [undefined] ? { open: `because ${string}` } : { permission: G; open?: never }

/** Declares a route. One with neither a permission nor a reason to be open does not compile. */
export const route = <
  const M extends Method,
  const P extends string,
  O extends z.ZodType,
  const G extends Permission | 'member' | 'person' | undefined = undefined,
  I extends z.ZodType = z.ZodUndefined,
>(
  declared: Route<M, P, G, I, O> & Guarded<G>,
): Route<M, P, G, I, O> => declared

/**
 * Mounts a route at a longer path that contains its declared path. It serves lists of routes that get a part of their
 * path as an argument: their handlers are typed by the part that is written out.
 */
export const routeAt = <const P extends `${string}${R['path']}${string}`, R extends { path: string }>(
  path: P,
  declared: R,
): Omit<R, 'path'> & { path: P } => ({ ...declared, path })

type Money<
  P extends string,
  G extends Permission,
  I extends z.ZodType,
  O extends z.ZodType,
  D extends object,
> = Common<P, G, I> & {
  permission: G
  output: O
  status?: 201
  /**
   * Runs in a transaction of the actor's scope and stores what is to be done. Its result is kept under the client's
   * key.
   */
  reserve(context: HandlerContext<P, G, I>): Promise<D>
  /**
   * Runs after that commit, outside of any transaction. Carries out what was reserved, possibly for a second time, and
   * answers with the result.
   */
  settle(done: D, caller: { actor: Actor }): Promise<z.input<O>>
}

export type MoneyRoute<
  P extends string,
  G extends Permission,
  I extends z.ZodType,
  O extends z.ZodType,
  D extends object,
> = Money<P, G, I, O, D> & { method: 'POST' }

/**
 * Declares a route that moves money. It honours an `Idempotency-Key`: a second call with the same key reserves
 * nothing; it only settles the first reservation, which may be done any number of times. A crash between the two
 * steps leaves a reservation, which a job settles.
 */
export const moneyRoute = <
  const P extends string,
  const G extends Permission,
  O extends z.ZodType,
  D extends object,
  I extends z.ZodType = z.ZodUndefined,
>(
  declared: Money<P, G, I, O, D>,
): MoneyRoute<P, G, I, O, D> => ({ method: 'POST', ...declared })

type Taking<P extends string, G extends Permission, I extends z.ZodType, O extends z.ZodType, R> = Common<
  P,
  G,
  I
> & {
  permission: G
  output: O
  status?: 201
  /** The accepted content types, and the maximum length in bytes. `input` is read from the query string. */
  takes: string[]
  maxBytes: number
  /** Runs before the transaction: converts the bytes into what will be stored, or refuses them. */
  receive(bytes: Buffer, context: { actor: Actor; input: z.output<I>; type: string }): Promise<R>
  handle(context: HandlerContext<P, G, I> & { received: R }): Promise<z.input<O>>
}

export type UploadRoute<
  P extends string,
  G extends Permission,
  I extends z.ZodType,
  O extends z.ZodType,
  R,
> = Taking<P, G, I, O, R> & { method: 'POST' }

/** Declares a route that takes a file as its body. */
export const uploadRoute = <
  const P extends string,
  const G extends Permission,
  O extends z.ZodType,
  R,
  I extends z.ZodType = z.ZodUndefined,
>(
  declared: Taking<P, G, I, O, R>,
): UploadRoute<P, G, I, O, R> => ({ method: 'POST', ...declared })

/** Passes the gate again and then works in a new transaction. Long work does so for every batch. */
export type WithAccess = <T>(work: (db: Tx, actor: Actor) => Promise<T>) => Promise<T>

export type DownloadRoute<P extends string = string, I extends z.ZodType = z.ZodType> = Common<
  P,
  Permission,
  I
> & {
  permission: Permission
  /** The file's content type and name. The browser shows a PDF and saves any other file. */
  type: string
  file: string
  /** @param given.language the caller's language */
  write(context: {
    withAccess: WithAccess
    input: z.output<I>
    params: PathParams<P>
    language: Language
  }): AsyncIterable<string | Uint8Array>
}

/** Declares a download; the file is sent while it is being written. */
export const downloadRoute = <const P extends string, I extends z.ZodType>(
  declared: DownloadRoute<P, I>,
): DownloadRoute<P, I> => declared

type Exchanging<P extends string, G, F> = Common<P, G, z.ZodUndefined> & {
  /** Checks, in a transaction, what must hold before a session begins; its result is passed on to `exchange`. */
  check(context: HandlerContext<P, G, z.ZodUndefined>): Promise<F>
  /** Begins the session, outside of any transaction. */
  exchange(offer: string, found: F): Promise<{ session: string; answer: string }>
  /** Checks again once the session has begun. If this throws, the session is undone. */
  confirm?(context: HandlerContext<P, G, z.ZodUndefined>, found: F): Promise<void>
  undo?(session: string): void
}
export type SdpRoute<P extends string, G, F> = Exchanging<P, G, F> & { method: 'POST' }

/** Declares a route that takes an SDP offer and answers it, which begins an audio and video session. */
export const sdpRoute = <const P extends string, F, const G extends Permission | undefined = undefined>(
  declared: Omit<Exchanging<P, G, F>, 'input'> & Guarded<G>,
): SdpRoute<P, G, F> => ({ method: 'POST', ...declared })

// biome-ignore lint/suspicious/noExplicitAny: an array of routes with inputs of their own has no narrower type
type Unchecked = any
export type AnyRoute = Route<Unchecked, Unchecked, Unchecked, Unchecked, Unchecked>
export type AnyDownloadRoute = DownloadRoute<Unchecked, Unchecked>
export type AnyMoneyRoute = MoneyRoute<Unchecked, Unchecked, Unchecked, Unchecked, Unchecked>
export type AnyUploadRoute = UploadRoute<Unchecked, Unchecked, Unchecked, Unchecked, Unchecked>
export type AnySdpRoute = SdpRoute<Unchecked, Unchecked, Unchecked>
export type DeclaredRoute = AnyRoute | AnyMoneyRoute | AnyUploadRoute | AnyDownloadRoute | AnySdpRoute
