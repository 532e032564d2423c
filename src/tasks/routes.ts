import { z } from 'zod'
import { route, routeAt } from '../http/route.ts'
import { findTask, latestTasks, stopTask, type TaskKind, TaskView } from './tasks.ts'

/** The routes for tasks of one kind, below the path that starts them. */
export const taskRoutes = <const P extends string>(path: P, kind: TaskKind) => [
  route({
    method: 'GET',
    path,
    permission: kind.permission,
    summary: 'The latest task of this kind',
    output: z.object({ items: z.array(TaskView) }),
    handle: ({ db, actor }) => latestTasks(db, actor, kind.kind),
  }),
  routeAt(
    `${path}/:task` as `${P}/:task`,
    route({
      method: 'GET',
      path: '/:task',
      permission: kind.permission,
      summary: 'A task’s progress',
      output: TaskView,
      handle: ({ db, actor, params }) => findTask(db, actor, kind.kind, params.task),
    }),
  ),
  routeAt(
    `${path}/:task/stop` as `${P}/:task/stop`,
    route({
      method: 'POST',
      path: '/:task/stop',
      permission: kind.permission,
      summary: 'Stop a task after its current batch',
      output: TaskView,
      handle: ({ db, actor, params }) => stopTask(db, actor, kind, params.task),
    }),
  ),
]
