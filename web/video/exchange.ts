/** The server took no offer: its status, and the code of its refusal. */
export class Unanswered extends Error {
  readonly status: number
  readonly code: string | undefined

  constructor(status: number, code: string | undefined) {
    super(code ?? String(status))
    this.status = status
    this.code = code
  }
}

const patience = 1000

/**
 * Offers a connection by WHIP or WHEP, which are one exchange: an offer goes, an answer comes, and where the session
 * lives. @throws Unanswered @throws TypeError when there is no network
 */
export async function exchange(
  peer: RTCPeerConnection,
  url: string,
): Promise<{ session: string | undefined }> {
  await peer.setLocalDescription()
  const address = new URL(url, location.href)
  // Our own relay calls no address of ours; another server may want to know them.
  if (address.origin !== location.origin) await gathered(peer)
  const answer = await fetch(address, {
    method: 'POST',
    headers: { 'content-type': 'application/sdp' },
    body: peer.localDescription?.sdp ?? '',
  })
  const text = await answer.text()
  if (answer.status !== 201) throw new Unanswered(answer.status, codeIn(text))
  const session = answer.headers.get('location')
  await peer.setRemoteDescription({ type: 'answer', sdp: text })
  return { session: session ? new URL(session, answer.url).href : undefined }
}

/** Ends a session; one that nobody knows any more is what was wanted. Goes out even while the page closes. */
export const hangUp = (session: string | undefined) => {
  if (session) fetch(session, { method: 'DELETE', keepalive: true }).catch(() => undefined)
}

function codeIn(problem: string): string | undefined {
  try {
    return JSON.parse(problem).code
  } catch {
    return undefined
  }
}

async function gathered(peer: RTCPeerConnection) {
  if (peer.iceGatheringState === 'complete') return
  await new Promise<void>((done) => {
    setTimeout(done, patience)
    peer.addEventListener('icegatheringstatechange', () => peer.iceGatheringState === 'complete' && done())
  })
}
