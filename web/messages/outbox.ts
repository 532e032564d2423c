import { Problem } from '../api.ts'
import { newKey } from '../shell/new-key.ts'
import { nameOf as keptAs, waitingOf } from './kept.ts'
import { nextOf } from './merging.ts'
import { alter, changePending, drop, type Pending, pendingOf } from './pending.ts'
import { type Said, type Side, sideOf } from './side.ts'
import { alone, isOtherTab, thisTab, whenGone } from './tabs.ts'
import { endOf, keepOwn } from './thread.ts'

/* What was submitted is sent, one after the other, until the server has answered: also after a lost connection. */

const firstPause = 1_000
const longestPause = 15_000

type Run = { wake: () => void; isAsleep: boolean }
/** The conversations in which something is being sent just now, by their ids. */
const running = new Map<string, Run>()
/** Photos live as long as the page, and no other tab has them. */
const photos = new Map<string, Blob>()
/** The conversations whose outbox another tab may have to wait for, or this one for another, by what keeps it. */
const heeded = new Map<string, Side>()
const shares = new Map<string, (share: number) => void>()

export const photoOf = (key: string) => photos.get(key)
export const onProgress = (key: string, heard: (share: number) => void) => void shares.set(key, heard)

/** Puts it on its way; it is shown at once. */
export function submit(side: Side, said: Omit<Said, 'key'>, photo?: Blob): void {
  const key = newKey()
  if (photo) {
    photos.set(key, photo)
    heedIn(side)
  }
  const at = new Date().toISOString()
  const after = endOf(side).position
  const pending: Pending = { ...said, key, at, after, ...(photo && { tab: thisTab }) }
  changePending(side, (now) => [...now, pending])
  void send(side)
}

/** Sends what was refused all the same. */
export function sendAnyway(side: Side, key: string) {
  alter(side, key, { anyway: true, refused: undefined })
  void send(side)
}

/** Takes back what was not sent. */
export function takeBack(side: Side, key: string) {
  photos.delete(key)
  drop(side, key)
  void send(side)
}

/** The account is connected again: whatever waits is sent now. */
export function wakeOutbox(account: string) {
  for (const { area, conversation } of waitingOf(account)) {
    const side = sideOf(area, account, conversation)
    const run = running.get(nameOf(side))
    if (run?.isAsleep) run.wake()
    void send(side)
  }
}

const heedIn = (side: Side) => heeded.set(keptAs('outbox', side), side)

/**
 * Whatever another tab has done in an outbox, it may be the turn of this one now.
 * @returns how to stop listening
 */
export function heedOtherTabs() {
  const heard = ({ key }: StorageEvent) => {
    const side = heeded.get(key ?? '')
    if (side) void send(side)
  }
  window.addEventListener('storage', heard)
}

const nameOf = ({ area, account, conversation }: Side) => `${account} ${area} ${conversation}`

async function send(side: Side): Promise<void> {
  const name = nameOf(side)
  if (running.has(name)) return
  const run: Run = { wake: () => {}, isAsleep: false }
  running.set(name, run)
  const next = () => nextOf(pendingOf(side))
  let pause = firstPause
  for (let pending = next(); pending; pending = next()) {
    const { key, tab } = pending
    if (await isOtherTab(tab)) {
      if (next()?.key !== key) continue
      leaveTo(tab as string, side)
      break
    }
    // Another tab may have sent it while this one waited for its turn.
    const wait = await alone(name, async () => {
      const now = next()
      return now?.key === key ? sendOne(side, now, pause) : 0
    })
    pause = wait > 0 ? Math.min(longestPause, pause * 2) : firstPause
    if (wait > 0) await rest(run, wait)
  }
  running.delete(name)
}

/** The other tab sends it and what is behind it, unless it is closed before. */
function leaveTo(tab: string, side: Side) {
  heedIn(side)
  void whenGone(tab).then(() => send(side))
}

/** @returns milliseconds after which it is tried again; 0 when it was answered */
async function sendOne(side: Side, pending: Pending, pause: number): Promise<number> {
  const { key, kind } = pending
  const photo = photoOf(key)
  if (kind === 'photo' && !photo) return refuse(side, pending, { code: 'photo_gone', message: '' })
  try {
    const entry = await side.send(pending, photo, (share) => shares.get(key)?.(share))
    await keepOwn(side, entry).catch(() => {})
    changePending(side, (now) =>
      now
        .filter((one) => one.key !== key)
        .map((one) => ({ ...one, after: Math.max(one.after, entry.position) })),
    )
    photos.delete(key)
    shares.delete(key)
    return 0
  } catch (problem) {
    const again = tryAgainIn(problem, pause)
    if (again > 0) return late(side, pending, again)
    const { code, message, more, fields } = problem as Problem
    const by = typeof more.by === 'string' ? { by: more.by } : {}
    return refuse(side, pending, { code, message: fields[0]?.message ?? message, ...by })
  }
}

/** What is no answer to the message itself: the server is away, it is too busy, or the session has ended. */
function tryAgainIn(problem: unknown, pause: number): number {
  if (!(problem instanceof Problem)) return pause
  if (problem.status === 429 && problem.more.retryAt)
    return Math.max(pause, new Date(problem.more.retryAt).getTime() - Date.now())
  return problem.status >= 500 || [401, 429].includes(problem.status) ? pause : 0
}

function late(side: Side, { key, isLate }: Pending, wait: number): number {
  if (!isLate) alter(side, key, { isLate: true })
  return wait
}

function refuse(side: Side, { key }: Pending, refused: NonNullable<Pending['refused']>): 0 {
  alter(side, key, { refused })
  return 0
}

function rest(run: Run, milliseconds: number): Promise<void> {
  return new Promise((done) => {
    const end = () => {
      run.isAsleep = false
      clearTimeout(timer)
      window.removeEventListener('online', end)
      done()
    }
    const timer = setTimeout(end, milliseconds)
    run.wake = end
    run.isAsleep = true
    window.addEventListener('online', end)
  })
}
