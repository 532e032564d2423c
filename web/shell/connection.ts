/** What closes a connection for good: the session has ended, the access has ended, or there is nothing to hear. */
const ended = [4401, 4404]
const roleChanged = 4409

/** Milliseconds before a lost connection is worth a word, and at most between two tries. */
const patience = 3_000
const longestPause = 30_000

const pause = (attempt: number) => Math.min(longestPause, 500 * 2 ** attempt) * (0.75 + Math.random() / 2)

type Given<Event> = {
  /** What it is for: an account, a show, or both. */
  query: Record<string, string>
  heard: (event: Event) => void
  /** It was closed, for good or for now. */
  closed?: () => void
  setAway: (away: boolean) => void
}

/** Hears what the server pushes until it is closed; a lost connection is opened again, less and less often. */
export function keepConnected<Event extends { type: string }>({
  query,
  heard,
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
      heard(event)
    }
    socket.onclose = ({ code }) => {
      closed?.()
      if (ended.includes(code)) return
      if (!notice) notice = window.setTimeout(() => setAway(true), patience)
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
