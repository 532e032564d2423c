import { ApiProblem } from '../../data/api.ts'
import { newIdempotencyKey } from '../../data/idempotency-key.ts'
import { type ConversationApi, conversationApi, type OutgoingMessage } from '../conversation-api.ts'
import { conversationsWithOutbox, storageKey as keptAs } from './browser-storage.ts'
import { isOtherOpenTab, thisTabId, whenTabCloses, withTabLock } from './browser-tabs.ts'
import { nextToSend } from './merge-entries.ts'
import {
  type PendingMessage,
  pendingMessages,
  removePendingMessage,
  updatePendingMessage,
  updatePendingMessages,
} from './pending-messages.ts'
import { storeOwnEntry, threadEnd } from './thread-queries.ts'

/* Sends submitted messages one after the other, until the server has answered, also after a lost connection. */

const firstPause = 1_000
const longestPause = 15_000

type Run = { wake: () => void; isAsleep: boolean }
/** The conversations in which something is being sent now, by their ids. */
const running = new Map<string, Run>()
/** The photos to be sent. They exist as long as the page, and no other tab has them. */
const photos = new Map<string, Blob>()
/** The conversations in whose outbox this tab and another one may wait for each other, by storage key. */
const heeded = new Map<string, ConversationApi>()
const shares = new Map<string, (share: number) => void>()

export const outgoingPhoto = (key: string) => photos.get(key)
export const onUploadProgress = (key: string, show: (share: number) => void) => void shares.set(key, show)

/** Adds a message to the outbox. It is shown at once. */
export function submitMessage(
  side: ConversationApi,
  message: Omit<OutgoingMessage, 'key'>,
  photo?: Blob,
): void {
  const key = newIdempotencyKey()
  if (photo) {
    photos.set(key, photo)
    heedIn(side)
  }
  const at = new Date().toISOString()
  const after = threadEnd(side).position
  const pending: PendingMessage = { ...message, key, at, after, ...(photo && { tab: thisTabId }) }
  updatePendingMessages(side, (now) => [...now, pending])
  void send(side)
}

/** Sends a refused message nevertheless. */
export function sendMessageAnyway(side: ConversationApi, key: string) {
  updatePendingMessage(side, key, { anyway: true, refused: undefined })
  void send(side)
}

/** Removes a message that was not sent. */
export function withdrawMessage(side: ConversationApi, key: string) {
  photos.delete(key)
  removePendingMessage(side, key)
  void send(side)
}

/** Called when the account is connected again: sends what waits. */
export function wakeOutbox(account: string) {
  for (const { area, conversation } of conversationsWithOutbox(account)) {
    const side = conversationApi(area, account, conversation)
    const run = running.get(nameOf(side))
    if (run?.isAsleep) run.wake()
    void send(side)
  }
}

const heedIn = (side: ConversationApi) => heeded.set(keptAs('outbox', side), side)

/**
 * Another tab has changed an outbox, so it may be this tab's turn.
 * @returns a function that stops listening
 */
export function watchOtherTabs() {
  const onStorage = ({ key }: StorageEvent) => {
    const side = heeded.get(key ?? '')
    if (side) void send(side)
  }
  window.addEventListener('storage', onStorage)
}

const nameOf = ({ area, account, conversation }: ConversationApi) => `${account} ${area} ${conversation}`

async function send(side: ConversationApi): Promise<void> {
  const name = nameOf(side)
  if (running.has(name)) return
  const run: Run = { wake: () => {}, isAsleep: false }
  running.set(name, run)
  const next = () => nextToSend(pendingMessages(side))
  let pause = firstPause
  for (let pending = next(); pending; pending = next()) {
    const { key, tab } = pending
    if (await isOtherOpenTab(tab)) {
      if (next()?.key !== key) continue
      leaveTo(tab as string, side)
      break
    }
    // Another tab may have sent the message while this one waited for its turn.
    const wait = await withTabLock(name, async () => {
      const now = next()
      return now?.key === key ? sendOne(side, now, pause) : 0
    })
    pause = wait > 0 ? Math.min(longestPause, pause * 2) : firstPause
    if (wait > 0) await rest(run, wait)
  }
  running.delete(name)
}

/** Leaves this message and those behind it to the other tab, unless that tab is closed first. */
function leaveTo(tab: string, side: ConversationApi) {
  heedIn(side)
  void whenTabCloses(tab).then(() => send(side))
}

/** @returns milliseconds until the next attempt; 0 if the server has answered */
async function sendOne(side: ConversationApi, pending: PendingMessage, pause: number): Promise<number> {
  const { key, kind } = pending
  const photo = outgoingPhoto(key)
  if (kind === 'photo' && !photo) return refuse(side, pending, { code: 'photo_gone', message: '' })
  try {
    const entry = await side.send(pending, photo, (share) => shares.get(key)?.(share))
    await storeOwnEntry(side, entry).catch(() => {})
    updatePendingMessages(side, (now) =>
      now
        .filter((one) => one.key !== key)
        .map((one) => ({ ...one, after: Math.max(one.after, entry.position) })),
    )
    photos.delete(key)
    shares.delete(key)
    return 0
  } catch (problem) {
    const delayMs = tryAgainIn(problem, pause)
    if (delayMs > 0) return late(side, pending, delayMs)
    const { code, message, more, fields } = problem as ApiProblem
    const by = typeof more.by === 'string' ? { by: more.by } : {}
    return refuse(side, pending, { code, message: fields[0]?.message ?? message, ...by })
  }
}

/** Errors that do not concern the message itself: the server is unavailable or too busy, or the session has ended. */
function tryAgainIn(problem: unknown, pause: number): number {
  if (!(problem instanceof ApiProblem)) return pause
  if (problem.status === 429 && problem.more.retryAt)
    return Math.max(pause, new Date(problem.more.retryAt).getTime() - Date.now())
  return problem.status >= 500 || [401, 429].includes(problem.status) ? pause : 0
}

function late(side: ConversationApi, { key, isLate }: PendingMessage, wait: number): number {
  if (!isLate) updatePendingMessage(side, key, { isLate: true })
  return wait
}

function refuse(
  side: ConversationApi,
  { key }: PendingMessage,
  refused: NonNullable<PendingMessage['refused']>,
): 0 {
  updatePendingMessage(side, key, { refused })
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
