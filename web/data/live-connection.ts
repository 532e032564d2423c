/** The codes that close a connection for good: the session or the access has ended, or the show does not exist. */
const ended = [4401, 4404]
const roleChanged = 4409

/** Milliseconds of a lost connection before the page shows it, and the longest pause between two attempts. */
const noticeAfterMs = 3_000
const longestPauseMs = 30_000

const pause = (attempt: number) => Math.min(longestPauseMs, 500 * 2 ** attempt) * (0.75 + Math.random() / 2)

type Given<Event> = {
  /** What the connection is for: an account, a show, or both. */
  query: Record<string, string>
  onEvent: (event: Event) => void
  /** Called when the connection closes, whether or not it is opened again. */
  closed?: () => void
  setAway: (away: boolean) => void
}

/** Receives the server's events until it is closed. A lost connection is opened again, with growing pauses. */
export function openLiveConnection<Event extends { type: string }>({
  query,
  onEvent,
  closed,
  setAway,
}: Given<Event>): () => void {
  let socket: WebSocket | undefined
  let attempt = 0
  let timer = 0
  let notice = 0
  const open = () => {
    socket = new WebSocket(`/api/v1/live?${new URLSearchParams(query)}`)
    socket.onmessage = ({ data }) => {
      const event = JSON.parse(String(data)) as Event
      if (event.type === 'hello') welcome()
      onEvent(event)
    }
    socket.onclose = ({ code }) => {
      closed?.()
      if (ended.includes(code)) return
      if (!notice) notice = window.setTimeout(() => setAway(true), noticeAfterMs)
      timer = window.setTimeout(open, code === roleChanged ? 0 : pause(attempt++))
    }
  }
  const welcome = () => {
    attempt = 0
    window.clearTimeout(notice)
    notice = 0
    setAway(false)
  }
  open()
  return () => {
    window.clearTimeout(timer)
    window.clearTimeout(notice)
    if (socket) socket.onclose = null
    socket?.close()
  }
}
