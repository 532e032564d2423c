import type { z } from 'zod'
import { type Field, Refusal } from './errors.ts'

/**
 * What was sent, as the schema wants it.
 * @throws Refusal invalid, naming each field and what is wrong with it
 */
export function read<T extends z.ZodType>(schema: T, given: unknown): z.output<T> {
  const result = schema.safeParse(given)
  if (result.success) return result.data
  throw new Refusal('invalid', {}, fieldsOf(result.error))
}

/** What is wrong, field by field. */
export const fieldsOf = ({ issues }: z.ZodError): Field[] => issues.slice(0, 50).flatMap(toFields)

function toFields(issue: z.core.$ZodIssue): Field[] {
  const field = issue.path.join('.')
  switch (issue.code) {
    case 'unrecognized_keys':
      return issue.keys.map((key) => ({
        field: [...issue.path, key].join('.').slice(0, 100),
        code: 'unknown',
      }))
    case 'too_small':
      return [{ field, code: kindOf(issue.origin, 'short'), about: { minimum: Number(issue.minimum) } }]
    case 'too_big':
      return [{ field, code: kindOf(issue.origin, 'long'), about: { maximum: Number(issue.maximum) } }]
    case 'invalid_value':
      return [{ field, code: 'choice', about: { values: issue.values.join(', ') } }]
    case 'invalid_format':
      return [
        { field, code: issue.format === 'email' ? 'email' : issue.format === 'datetime' ? 'date' : 'format' },
      ]
    case 'invalid_type':
      return [{ field, code: issue.message.endsWith('undefined') ? 'required' : 'type' }]
    case 'custom':
      return [{ field, code: String(issue.params?.code ?? 'format') }]
    default:
      return [{ field, code: 'format' }]
  }
}

const kindOf = (origin: string, length: 'short' | 'long') => {
  if (origin === 'string') return `too_${length}`
  if (origin === 'array') return length === 'short' ? 'too_few' : 'too_many'
  return length === 'short' ? 'too_small' : 'too_big'
}
