import { connect, createServer, type Socket } from 'node:net'

/** A connection between browsers and a server that can be cut, so that browsers lose the network. */
export async function openTcpProxy(port: number, to: number) {
  const ends = new Set<Socket>()
  let isCut = false
  const server = createServer((near) => {
    if (isCut) return near.destroy()
    const far = connect(to, '127.0.0.1')
    for (const [end, other] of [
      [near, far],
      [far, near],
    ] as const) {
      ends.add(end)
      end.pipe(other)
      end.on('error', () => other.destroy())
      end.on('close', () => {
        ends.delete(end)
        other.destroy()
      })
    }
  })
  await new Promise<void>((open) => server.listen(port, '127.0.0.1', open))
  return {
    /** Breaks all connections, and lets none through for this many milliseconds. */
    async cut(milliseconds: number): Promise<void> {
      isCut = true
      for (const end of ends) end.destroy()
      await new Promise((soon) => setTimeout(soon, milliseconds))
      isCut = false
    },
    async close(): Promise<void> {
      const closed = new Promise((done) => server.close(done))
      for (const end of ends) end.destroy()
      await closed
    },
  }
}
export type TcpProxy = Awaited<ReturnType<typeof openTcpProxy>>
