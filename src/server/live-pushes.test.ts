import { describe, expect, test } from 'vitest'
import { z } from 'zod'
import { findFiles, isTestFile, readSourceFile } from '../../test/support/source-files.ts'
import { livePushes } from './live-pushes.ts'

const pushes = [...new Set([...livePushes.show, ...livePushes.account])]

type JsonSchema = { type?: string; additionalProperties?: unknown; [key: string]: unknown }

/** The paths in a JSON schema at which anything, or fields of any name, would be accepted. */
function openPlaces(schema: JsonSchema, path = ''): string[] {
  const isOpen = schema.type === 'object' && schema.additionalProperties !== false
  const isAnything = Object.keys(schema).length === 0
  const inside = Object.entries(schema).flatMap(([key, value]) => {
    if (key === 'properties' || key === '$defs')
      return Object.entries(value as Record<string, JsonSchema>).flatMap(([name, each]) =>
        openPlaces(each, `${path}.${name}`),
      )
    if (key === 'items') return openPlaces(value as JsonSchema, `${path}[]`)
    if (key === 'anyOf' || key === 'oneOf' || key === 'allOf')
      return (value as JsonSchema[]).flatMap((each) => openPlaces(each, path))
    return []
  })
  return isOpen || isAnything ? [path || '.', ...inside] : inside
}
const openPlacesOf = (schema: z.ZodType) =>
  openPlaces(z.toJSONSchema(schema, { unrepresentable: 'any', override: dateAsText }) as JsonSchema)

/** JSON schemas have no dates: they arrive as texts. */
const dateAsText: NonNullable<z.core.ToJSONSchemaParams['override']> = ({ zodSchema, jsonSchema }) => {
  if (zodSchema._zod.def.type === 'date') jsonSchema.type = 'string'
}

describe('the schema of what is pushed', () => {
  test.each(pushes.map((push) => [push.shape.type.value, push] as const))(
    'as %s declares every field, at every depth, and refuses others beside them',
    (type, push) => {
      expect(openPlacesOf(push)).toEqual([])
      const { error } = push.safeParse({ type, accountId: 'acc_1' })
      expect(error?.issues).toContainEqual(
        expect.objectContaining({ code: 'unrecognized_keys', keys: ['accountId'] }),
      )
    },
  )

  test('would be noticed if it were open somewhere', () => {
    const open = z.strictObject({ a: z.object({ b: z.array(z.looseObject({})) }), c: z.unknown() })
    expect(openPlacesOf(open)).toEqual(['.a.b[]', '.c'])
  })

  test('is in the list from which the dashboard has its types', () => {
    const declared = findFiles('src/**/*.ts')
      .filter((file) => !isTestFile(file))
      .flatMap((file) => [...readSourceFile(file).text.matchAll(/= definePush\(/g)])
    expect(declared).toHaveLength(pushes.length)
  })
})
