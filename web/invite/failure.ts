import { ApiProblem } from '../data/api.ts'

const ends = [
  'invitation_unknown',
  'invitation_accepted',
  'invitation_declined',
  'invitation_cancelled',
  'invitation_expired',
] as const
type End = (typeof ends)[number]

const text = (value: unknown) => (typeof value === 'string' ? value : undefined)

/** Why an invitation cannot be opened, and who sent it, if the server says so. */
export function invitationFailure(problem: Error | null) {
  const kind: End | 'missing' | 'lost' =
    problem === null
      ? 'missing'
      : (ends.find((end) => problem instanceof ApiProblem && problem.code === end) ?? 'lost')
  const more = problem instanceof ApiProblem ? problem.more : undefined
  return { kind, account: text(more?.account), inviter: text(more?.invitedBy) }
}
