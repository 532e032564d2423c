import type { z } from 'zod'
import { type FieldProblem, Refusal } from '../errors/refusal.ts'

/**
 * Parses input with the schema.
 * @throws Refusal invalid, naming each field and its problem
 */
export function readInput<T extends z.ZodType>(schema: T, value: unknown): z.output<T> {
  const result = schema.safeParse(value)
  if (result.success) return result.data
  throw new Refusal('invalid', {}, fieldProblems(result.error))
}

/** The problems of each field, at most 50 issues. */
export const fieldProblems = ({ issues }: z.ZodError): FieldProblem[] => issues.slice(0, 50).flatMap(toFields)

function toFields(issue: z.core.$ZodIssue): FieldProblem[] {
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
