import { existsSync, mkdtempSync, rmSync } from 'node:fs'
import { createServer, type IncomingMessage } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, test } from 'vitest'
import { readConfig } from '../config.ts'
import { type FileStorage, openFileStorage } from './file-storage.ts'

const secret = 'a secret of the tests, long enough'
const kept = mkdtempSync(join(tmpdir(), 'stagedoor-kept-'))
const bucket = await openBucket()
afterAll(() => {
  rmSync(kept, { recursive: true })
  bucket.close()
})

const withS3 = {
  S3_BUCKET: 'stage',
  S3_ENDPOINT: bucket.url,
  S3_ACCESS_KEY_ID: 'key-of-the-stage',
  S3_SECRET_ACCESS_KEY: 'secret-of-the-stage',
}

describe.each([
  ['a folder', { DATA_DIR: kept }],
  ['a temporary folder', { DATA_DIR: '' }],
  ['a bucket', withS3],
] as [string, Record<string, string>][])('in %s', (_, environment) => {
  const text = (bytes: Uint8Array | undefined) => bytes && Buffer.from(bytes).toString()

  test('a file can be read until it is removed, alone or with its folder', async () => {
    const files: FileStorage = await openFileStorage(readConfig({ SECRET: secret, ...environment }))
    const put = (key: string) => files.put(key, Buffer.from(`the file ${key}`), 'image/webp')
    for (const key of ['photos/a/1.webp', 'photos/a/2.webp', 'photos/ab/3.webp']) await put(key)
    expect(text(await files.read('photos/a/1.webp'))).toBe('the file photos/a/1.webp')
    await files.remove('photos/a/1.webp')
    await files.remove('photos/a/1.webp')
    expect(await files.read('photos/a/1.webp')).toBeUndefined()
    await files.removeFolder('photos/a')
    await files.removeFolder('photos/none')
    expect(await files.read('photos/a/2.webp')).toBeUndefined()
    expect(text(await files.read('photos/ab/3.webp'))).toBe('the file photos/ab/3.webp')
    await files.close()
  })
})

test('a folder lies in DATA_DIR; requests to a bucket are signed with its key', () => {
  expect(existsSync(join(kept, 'files/photos/ab/3.webp'))).toBe(true)
  expect(bucket.signed.length).toBeGreaterThan(5)
  for (const signature of bucket.signed)
    expect(signature).toMatch(/^AWS4-HMAC-SHA256 Credential=key-of-the-stage\/\d+\/us-east-1\/s3\//)
})

test('an incomplete key is refused at the start', () => {
  expect(() => readConfig({ SECRET: secret, S3_BUCKET: 'b', S3_ACCESS_KEY_ID: 'k' })).toThrow(
    'S3_ACCESS_KEY_ID and S3_SECRET_ACCESS_KEY must be given together.',
  )
})

/** A server that answers as S3's API reference says, as far as files here ask: put, get, delete, list. */
async function openBucket() {
  const objects = new Map<string, Buffer>()
  const signed: string[] = []
  const server = createServer(async (request, response) => {
    const { pathname, searchParams } = new URL(request.url ?? '', 'http://s3')
    const key = decodeURIComponent(pathname.replace('/stage/', ''))
    signed.push(String(request.headers.authorization))
    const body = await bodyOf(request)
    if (request.method === 'PUT') objects.set(key, unchunked(request, body))
    if (request.method === 'DELETE') objects.delete(key)
    if (request.method === 'POST')
      for (const [, doomed] of body.toString().matchAll(/<Key>(.*?)<\/Key>/g)) objects.delete(doomed ?? '')
    if (request.method === 'GET' && !searchParams.has('list-type')) {
      const found = objects.get(key)
      const missing = '<Error><Code>NoSuchKey</Code></Error>'
      return response.writeHead(found ? 200 : 404).end(found ?? missing)
    }
    const listed = [...objects.keys()].filter((name) => name.startsWith(searchParams.get('prefix') ?? ''))
    const contents = listed.map((name) => `<Contents><Key>${name}</Key></Contents>`).join('')
    const result = request.method === 'POST' ? 'DeleteResult' : 'ListBucketResult'
    response.end(`<${result}>${contents}<KeyCount>${listed.length}</KeyCount></${result}>`)
  })
  await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready))
  const { port } = server.address() as AddressInfo
  return { url: `http://127.0.0.1:${port}`, signed, close: () => server.close() }
}

const bodyOf = async (request: IncomingMessage) => Buffer.concat(await Array.fromAsync(request))

/** The SDK sends a body in signed pieces: each its length in hex, a line's end, the bytes, a line's end. */
function unchunked(request: IncomingMessage, body: Buffer): Buffer {
  if (!String(request.headers['content-encoding']).includes('aws-chunked')) return body
  const [, size = '0'] = /^([0-9a-f]+)/.exec(body.toString('latin1')) ?? []
  const start = body.indexOf('\r\n') + 2
  return body.subarray(start, start + Number.parseInt(size, 16))
}
