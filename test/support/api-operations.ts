import type { FastifyInstance } from 'fastify'
import { type Permission, permissionNames } from '../../src/permissions.ts'

/** An operation of the API from its description: for `GET /accounts/:account/members`, `asks` is `member`. */
export type ApiOperation = {
  name: string
  method: string
  path: string
  asks: OperationRequirement
  answers: number
}
export type OperationRequirement = Permission | 'member' | 'person' | 'open'

/** The part of an OpenAPI document that is used here. */
export type OpenApiDocument = {
  paths: Record<string, Record<string, { 'x-permission'?: unknown; responses?: Record<string, unknown> }>>
}

const known: unknown[] = [...permissionNames, 'member', 'person', 'open']
const prefix = '/api/v1'
const methods = new Set(['get', 'put', 'post', 'patch', 'delete', 'options', 'head', 'trace'])

/** @throws if an operation has no requirement, or one that the matrix does not contain */
export function readOperations({ paths }: OpenApiDocument): ApiOperation[] {
  return Object.entries(paths).flatMap(([template, item]) =>
    Object.entries(item)
      .filter(([method]) => methods.has(method))
      .map(([method, { 'x-permission': asks, responses = {} }]) => {
        const path = template.replace(prefix, '').replaceAll(/\{(\w+)\}/g, ':$1')
        const name = `${method.toUpperCase()} ${path}`
        if (asks === undefined) throw new Error(`${name} does not say what it asks`)
        if (!known.includes(asks))
          throw new Error(`${name} asks ${String(asks)}, which the matrix does not know`)
        const answers = Number(Object.keys(responses).find((status) => status.startsWith('2')))
        return { name, method: method.toUpperCase(), path, asks: asks as OperationRequirement, answers }
      }),
  )
}

/** Every route that the app serves, from the tree that fastify prints. */
export function listServedRoutes(app: FastifyInstance): { method: string; url: string }[] {
  const branch: string[] = []
  return app
    .printRoutes({ commonPrefix: false })
    .split('\n')
    .flatMap((line) => {
      const [, indent = '', part = '', served = ''] =
        /^((?:[│ ] {3})*)[├└]── (.*?)(?: \(([A-Z, ]+)\))?$/.exec(line) ?? []
      branch.splice(indent.length / 4)
      branch.push(part)
      return served
        .split(', ')
        .filter(Boolean)
        .map((method) => ({ method, url: branch.join('') }))
    })
}

/** Served routes under /api/v1 that are not described: only the live connection, which OpenAPI cannot express. */
export function undescribedRoutes(
  served: { method: string; url: string }[],
  described: ApiOperation[],
): string[] {
  const names = new Set([...described.map(({ name }) => name), 'GET /live'])
  return served
    .filter(({ url }) => url.startsWith(prefix))
    .map(({ method, url }) => `${method === 'HEAD' ? 'GET' : method} ${url.slice(prefix.length)}`)
    .filter((name) => !names.has(name))
}

/** Served routes elsewhere, without the dashboard's files: sign-in, the API's description, and health checks. */
export const routesOutsideApi = (served: { url: string }[]): string[] =>
  [...new Set(served.map(({ url }) => url))]
    .filter((url) => !/^\/(api\/v1|api\/docs|assets)\/?/.test(url) && url !== '/index.html')
    .sort()
