import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { afterSignInPath, ownPagePath } from './after-sign-in.ts'

const storage = (content: Record<string, string> = {}) => ({ getItem: (key: string) => content[key] ?? null })

beforeEach(() => {
  vi.stubGlobal('window', { location: { origin: 'https://stagedoor.example' } })
  vi.stubGlobal('sessionStorage', storage())
  vi.stubGlobal('localStorage', storage())
})

// Without this, the next test file of the worker would find a `window`, and PGlite would take it for a browser's.
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
])('an address outside this site is not followed: %j', (wanted) => {
  expect(ownPagePath(wanted)).toBeNull()
})

test('the address of a page of this site is kept completely', () => {
  expect(ownPagePath('/dashboard/acc_1/inventory?status=draft#top')).toBe(
    '/dashboard/acc_1/inventory?status=draft#top',
  )
})

test('without a wanted page, the dashboard opens or, with an invitation in the browser, the invitation', () => {
  expect(afterSignInPath(undefined)).toBe('/dashboard')
  vi.stubGlobal('localStorage', storage({ 'stagedoor.invitation': 'token' }))
  expect(afterSignInPath(undefined)).toBe('/invite')
  expect(afterSignInPath('/dashboard/settings')).toBe('/dashboard/settings')
})
