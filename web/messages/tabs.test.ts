import { expect, test } from 'vitest'
import { alone, isOtherTab, thisTab, whenGone } from './tabs.ts'

/** Another tab, as this one sees it: it holds a lock until it is closed. */
const open = async (tab: string) => {
  const { promise, resolve } = Promise.withResolvers<void>()
  const closed = navigator.locks.request(`stagedoor.tab.${tab}`, () => promise)
  await expect.poll(() => isOtherTab(tab)).toBe(true)
  return async () => {
    resolve()
    await closed
  }
}

test('One tab sends at a time, in each conversation', async () => {
  const said: string[] = []
  const { promise, resolve } = Promise.withResolvers<void>()
  const sending = (name: string, what: string, until?: Promise<void>) =>
    alone(name, async () => {
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

test('What a tab has is left to it as long as it is open', async () => {
  expect(await isOtherTab(undefined)).toBe(false)
  expect(await isOtherTab(thisTab)).toBe(false)
  expect(await isOtherTab('closed-long-ago')).toBe(false)
  const close = await open('with-the-photo')
  let isGone = false
  const gone = whenGone('with-the-photo').then(() => {
    isGone = true
  })
  expect(await isOtherTab('with-the-photo')).toBe(true)
  expect(isGone).toBe(false)
  await close()
  await gone
  expect(await isOtherTab('with-the-photo')).toBe(false)
})
