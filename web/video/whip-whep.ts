/** The server refused an offer, with this status and code. */
export class OfferRefused extends Error {
  readonly status: number
  readonly code: string | undefined

  constructor(status: number, code: string | undefined) {
    super(code ?? String(status))
    this.status = status
    this.code = code
  }
}

const patienceMs = 1000

/**
 * Exchanges an offer for an answer by WHIP or WHEP. @returns the address of the session
 * @throws OfferRefused @throws TypeError when there is no network
 */
export async function exchangeSdp(
  peer: RTCPeerConnection,
  url: string,
): Promise<{ session: string | undefined }> {
  await peer.setLocalDescription()
  const address = new URL(url, location.href)
  // The relay of this server needs no addresses of the browser; an external media server may need them.
  if (address.origin !== location.origin) await gathered(peer)
  const answer = await fetch(address, {
    method: 'POST',
    headers: { 'content-type': 'application/sdp' },
    body: peer.localDescription?.sdp ?? '',
  })
  const text = await answer.text()
  if (answer.status !== 201) throw new OfferRefused(answer.status, codeIn(text))
  const session = answer.headers.get('location')
  await peer.setRemoteDescription({ type: 'answer', sdp: text })
  return { session: session ? new URL(session, answer.url).href : undefined }
}

/**
 * Ends a session. Errors are ignored, since an unknown session has already ended. The request is sent even while the
 * page closes.
 */
export const endMediaSession = (session: string | undefined) => {
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
    setTimeout(done, patienceMs)
    peer.addEventListener('icegatheringstatechange', () => peer.iceGatheringState === 'complete' && done())
  })
}
