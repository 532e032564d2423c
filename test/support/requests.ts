import type { ApiOperation } from './api-operations.ts'
import {
  type CastWorld,
  type OperationCaller,
  operationSamples,
  thingsByParameter,
} from './samples/operation-samples.ts'

export type SampleRequest = { url: string; payload?: string | Buffer | undefined; type?: string | undefined }

/** The path with the id of an existing thing for each of its parameters. */
export async function operationUrl(
  theatre: CastWorld,
  { path }: ApiOperation,
  given: Record<string, string> = {},
): Promise<string> {
  let url = path
  for (const [part, name = ''] of path.matchAll(/:(\w+)/g)) {
    const thing = given[name] ?? (await thingsByParameter[name]?.(theatre, url))
    if (!thing) throw new Error(`operation-samples.ts has no ${name} to put into ${path}`)
    url = url.replace(part, thing)
  }
  return url
}

/** The caller's request to an operation with a valid input, which is prepared if they are let in. */
export async function buildSampleRequest(
  theatre: CastWorld,
  operation: ApiOperation,
  caller: OperationCaller,
  letIn: boolean,
): Promise<SampleRequest> {
  const { name, path } = operation
  const sample = operationSamples[name]
  if (!sample) throw new Error(`operation-samples.ts has no input for ${name}`)
  const about = [...path.matchAll(/:(\w+)/g)].at(-1)?.[1] ?? ''
  const thing = letIn ? await sample.before?.(theatre, caller) : undefined
  const url = await operationUrl(theatre, operation, thing ? { [about]: thing } : {})
  const body = await sample.body?.(theatre, caller)
  return { url, payload: sample.type ? (body as Buffer) : JSON.stringify(body), type: sample.type }
}
