import type { z } from 'zod'
import type { Config } from '../ground/config.ts'
import type { Database, Tx } from '../ground/db.ts'
import type { Files } from '../ground/files.ts'
import type { Post } from '../ground/mail.ts'
import type { Scope } from '../ground/scope.ts'
import type { Language } from '../ground/words.ts'
import type { Permission } from '../permissions.ts'
import type { Actor, Person, Visitor } from './gate.ts'
import type { Limit, Limits } from './limits.ts'

/** What the house lends to its routes. */
export type House = { config: Config; post: Post; limits: Limits; database: Database; files: Files }

type Method = 'GET' | 'POST' | 'PATCH' | 'DELETE'

/** Who a handler acts for, by what its route asks. */
type Caller<G> = G extends 'person' ? Person : G extends Permission | 'member' ? Actor : Visitor | Person

type Given<G, I extends z.ZodType> = {
  /** The transaction: within the account, the person, or what `scope` says. */
  db: Tx
  actor: Caller<G>
  input: z.output<I>
  params: Record<string, string>
}

/** Counted by the person who calls, or by the account that they act for. */
export type Pace = Limit & { name: string; per?: 'account' }

type Common<G, I extends z.ZodType> = {
  /** Below /api/v1. `:account` names the acting account. */
  path: string
  /** Asked before the body is read. Without one, `open` says why anybody may. */
  permission?: G
  open?: `because ${string}`
  /** One line for whoever reads the API's description. */
  summary: string
  /** How often a person (or an account) may call it, counted before anything is done. Routes of one name share their count. */
  limit?: Pace
  input?: I
}

export type Route<
  M extends Method = Method,
  P extends string = string,
  G = Permission | 'member' | 'person' | undefined,
  I extends z.ZodType = z.ZodType,
  O extends z.ZodType = z.ZodType,
> = Common<G, I> & {
  method: M
  path: P
  output: O
  status?: 201
  /** team: the act changes who may what, so that it holds the account's team instead of the actor's membership. */
  holds?: 'team'
  /** Whether the Owner may do it while the account is being deleted. */
  whileClosing?: true
  /** For links that prove themselves: the scope that they open. */
  scope?(input: z.output<I>): Scope
  handle(given: Given<G, I>): Promise<z.input<O>>
}

type Guarded<G> = [G] extends [undefined] ? { open: `because ${string}` } : { permission: G; open?: never }

/** Declares a route. One without a permission, or a reason to be open, does not compile. */
export const route = <
  const M extends Method,
  const P extends string,
  O extends z.ZodType,
  const G extends Permission | 'member' | 'person' | undefined = undefined,
  I extends z.ZodType = z.ZodUndefined,
>(
  declared: Route<M, P, G, I, O> & Guarded<G>,
): Route<M, P, G, I, O> => declared

type Money<
  P extends string,
  G extends Permission,
  I extends z.ZodType,
  O extends z.ZodType,
  D extends object,
> = Common<G, I> & {
  path: P
  permission: G
  output: O
  status?: 201
  /** In a transaction of the actor's: writes down what is to be done. Its answer is kept under the client's key. */
  reserve(given: Given<G, I>): Promise<D>
  /** After its commit, outside of any: does it, at once or once more, and answers with how things stand. */
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
 * Declares what moves money. It honours an `Idempotency-Key`: under a key that was used already, nothing is
 * reserved again; what was is settled, which may be done any number of times. A crash between the two leaves a
 * reservation, which a job settles.
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
  G,
  I
> & {
  path: P
  permission: G
  output: O
  status?: 201
  /** The content types that it takes, and how many bytes at most. `input` is read from the query. */
  takes: string[]
  longest: number
  /** Before the transaction: makes of the bytes what is to be kept, or refuses them. */
  receive(bytes: Buffer, given: { actor: Actor; input: z.output<I>; type: string }): Promise<R>
  handle(given: Given<G, I> & { received: R }): Promise<z.input<O>>
}

export type Upload<
  P extends string,
  G extends Permission,
  I extends z.ZodType,
  O extends z.ZodType,
  R,
> = Taking<P, G, I, O, R> & { method: 'POST' }

/** Declares what takes a file as its body. */
export const upload = <
  const P extends string,
  const G extends Permission,
  O extends z.ZodType,
  R,
  I extends z.ZodType = z.ZodUndefined,
>(
  declared: Taking<P, G, I, O, R>,
): Upload<P, G, I, O, R> => ({ method: 'POST', ...declared })

/** Passes the gate once more and works in a new transaction: long work asks again in every batch. */
export type Again = <T>(work: (db: Tx, actor: Actor) => Promise<T>) => Promise<T>

export type Download<I extends z.ZodType = z.ZodType> = Common<Permission, I> & {
  permission: Permission
  /** The file's content type and name. A PDF is shown in the browser, anything else is saved. */
  type: string
  file: string
  /** @param given.language that of whoever asks */
  write(given: {
    again: Again
    input: z.output<I>
    params: Record<string, string>
    language: Language
  }): AsyncIterable<string | Uint8Array>
}

/** Declares a file to download, written while it is read. */
export const download = <I extends z.ZodType>(declared: Download<I>): Download<I> => declared

type Exchanging<P extends string, G, F> = Common<G, z.ZodUndefined> & {
  path: P
  /** What must hold before a session begins; its answer is what the session is about. */
  check(given: Given<G, z.ZodUndefined>): Promise<F>
  /** Outside of any transaction: begins the session. */
  exchange(offer: string, found: F): Promise<{ session: string; answer: string }>
  /** What must still hold now that it has begun. If it does not, the session is undone. */
  confirm?(given: Given<G, z.ZodUndefined>, found: F): Promise<void>
  undo?(session: string): void
}
export type Exchange<P extends string, G, F> = Exchanging<P, G, F> & { method: 'POST' }

/** Declares what takes an SDP offer and answers it: the beginning of a session of sound and picture. */
export const exchange = <const P extends string, F, const G extends Permission | undefined = undefined>(
  declared: Omit<Exchanging<P, G, F>, 'input'> & Guarded<G>,
): Exchange<P, G, F> => ({ method: 'POST', ...declared })

// biome-ignore lint/suspicious/noExplicitAny: an array of routes with inputs of their own has no narrower type
export type AnyRoute = Route<any, any, any, any, any>
// biome-ignore lint/suspicious/noExplicitAny: as above
export type AnyDownload = Download<any>
// biome-ignore lint/suspicious/noExplicitAny: as above
export type AnyMoneyRoute = MoneyRoute<any, any, any, any, any>
// biome-ignore lint/suspicious/noExplicitAny: as above
export type AnyUpload = Upload<any, any, any, any, any>
// biome-ignore lint/suspicious/noExplicitAny: as above
export type AnyExchange = Exchange<any, any, any>
export type Declared = AnyRoute | AnyMoneyRoute | AnyUpload | AnyDownload | AnyExchange
