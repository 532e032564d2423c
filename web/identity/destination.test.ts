import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { destination, ownPage } from './destination.ts'

const storage = (content: Record<string, string> = {}) => ({ getItem: (key: string) => content[key] ?? null })

beforeEach(() => {
  vi.stubGlobal('window', { location: { origin: 'https://stagedoor.example' } })
  vi.stubGlobal('sessionStorage', storage())
  vi.stubGlobal('localStorage', storage())
})

// The next file of this worker finds no window: PGlite would take it for a browser's.
afterEach(() => vi.unstubAllGlobals())

test.each([
  '//evil.example',
  '/\\evil.example',
  '/\t/evil.example',
  '/.//evil.example',
  '/%2e//evil.example',
  'https://evil.example',
  'javascript:alert(1)',
  'dashboard',
  '',
])('an address that leads outside is not followed: %j', (wanted) => {
  expect(ownPage(wanted)).toBeNull()
})

test('a page of ours is kept whole', () => {
  expect(ownPage('/dashboard/acc_1/inventory?status=draft#top')).toBe(
    '/dashboard/acc_1/inventory?status=draft#top',
  )
})

test('without a wish, the dashboard; with an invitation in the browser, the invitation', () => {
  expect(destination(undefined)).toBe('/dashboard')
  vi.stubGlobal('localStorage', storage({ 'stagedoor.invitation': 'token' }))
  expect(destination(undefined)).toBe('/invite')
  expect(destination('/dashboard/settings')).toBe('/dashboard/settings')
})
