import type { Operation } from './operations.ts'
import { type Caller, samples, type Theatre, things } from './samples.ts'

export type Sent = { url: string; payload?: string | Buffer | undefined; type?: string | undefined }

/** The path with the id of an existing thing for each of its parameters. */
export async function pathOf(
  theatre: Theatre,
  { path }: Operation,
  given: Record<string, string> = {},
): Promise<string> {
  let url = path
  for (const [part, name = ''] of path.matchAll(/:(\w+)/g)) {
    const thing = given[name] ?? (await things[name]?.(theatre, url))
    if (!thing) throw new Error(`samples.ts has no ${name} to put into ${path}`)
    url = url.replace(part, thing)
  }
  return url
}

/** What the caller sends to an operation, with an input that it takes; made ready where they are let in. */
export async function sampleOf(
  theatre: Theatre,
  operation: Operation,
  caller: Caller,
  letIn: boolean,
): Promise<Sent> {
  const { name, path } = operation
  const sample = samples[name]
  if (!sample) throw new Error(`samples.ts has no input for ${name}`)
  const about = [...path.matchAll(/:(\w+)/g)].at(-1)?.[1] ?? ''
  const thing = letIn ? await sample.before?.(theatre, caller) : undefined
  const url = await pathOf(theatre, operation, thing ? { [about]: thing } : {})
  const body = await sample.body?.(theatre, caller)
  return { url, payload: sample.type ? (body as Buffer) : JSON.stringify(body), type: sample.type }
}
