import { expect, test } from 'vitest'
import { isOtherOpenTab, thisTabId, whenTabCloses, withTabLock } from './browser-tabs.ts'

/** Simulates another tab: it holds a lock until it is closed. */
const open = async (tab: string) => {
  const { promise, resolve } = Promise.withResolvers<void>()
  const closed = navigator.locks.request(`stagedoor.tab.${tab}`, () => promise)
  await expect.poll(() => isOtherOpenTab(tab)).toBe(true)
  return async () => {
    resolve()
    await closed
  }
}

test('in each conversation, one tab sends at a time', async () => {
  const said: string[] = []
  const { promise, resolve } = Promise.withResolvers<void>()
  const sending = (name: string, what: string, until?: Promise<void>) =>
    withTabLock(name, async () => {
      said.push(`${what} begins`)
      await until
      said.push(`${what} ends`)
    })
  const first = sending('Lena', 'the first', promise)
  const second = sending('Lena', 'the second')
  await sending('Omar', 'another')
  resolve()
  await Promise.all([first, second])
  expect(said).toEqual([
    'the first begins',
    'another begins',
    'another ends',
    'the first ends',
    'the second begins',
    'the second ends',
  ])
})

test('what another tab has is left to that tab while it is open', async () => {
  expect(await isOtherOpenTab(undefined)).toBe(false)
  expect(await isOtherOpenTab(thisTabId)).toBe(false)
  expect(await isOtherOpenTab('closed-long-ago')).toBe(false)
  const close = await open('with-the-photo')
  let isGone = false
  const gone = whenTabCloses('with-the-photo').then(() => {
    isGone = true
  })
  expect(await isOtherOpenTab('with-the-photo')).toBe(true)
  expect(isGone).toBe(false)
  await close()
  await gone
  expect(await isOtherOpenTab('with-the-photo')).toBe(false)
})
