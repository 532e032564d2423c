import { z } from 'zod'
import { route } from './route.ts'
import { latest, show, stop, type TaskKind, TaskView } from './tasks.ts'

/** What one does with tasks of a kind, below the path where they are started. */
export const taskRoutes = <const P extends string>(path: P, kind: TaskKind) => [
  route({
    method: 'GET',
    path,
    permission: kind.permission,
    summary: 'The latest task of this kind',
    output: z.object({ items: z.array(TaskView) }),
    handle: ({ db, actor }) => latest(db, actor, kind.kind),
  }),
  route({
    method: 'GET',
    path: `${path}/:task` as `${P}/:task`,
    permission: kind.permission,
    summary: 'A task’s progress',
    output: TaskView,
    handle: ({ db, actor, params }) => show(db, actor, kind.kind, params.task as string),
  }),
  route({
    method: 'POST',
    path: `${path}/:task/stop` as `${P}/:task/stop`,
    permission: kind.permission,
    summary: 'Stop a task after the batch under way',
    output: TaskView,
    handle: ({ db, actor, params }) => stop(db, actor, kind, params.task as string),
  }),
]
