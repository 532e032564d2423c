import { type BrowserContext, expect, type Page, type Request } from '@playwright/test'
import axe from 'axe-core'

const pendingRequests = new WeakMap<Page, Set<Request>>()

/** Counts what each page of a context loads, from now on, so that a check can wait for the answers. */
export function trackRequests(context: BrowserContext): void {
  context.on('page', (page) => {
    const pending = new Set<Request>()
    pendingRequests.set(page, pending)
    page.on('request', (request) => pending.add(request))
    page.on('requestfinished', (request) => pending.delete(request))
    page.on('requestfailed', (request) => pending.delete(request))
  })
}

/** @throws if the page's context is not tracked */
function pendingUrls(page: Page): string[] {
  const pending = pendingRequests.get(page)
  if (!pending) throw new Error('the requests of this page are not tracked')
  return [...pending].map((request) => request.url())
}

/**
 * What the page still waits for: answers, its heading, content behind a placeholder, the end of an animation. This is
 * read when the page has nothing left to compute (or has been busy for half a second) and has painted two frames: by
 * then, an answer that has arrived has led to the next request.
 */
async function listUnfinished(page: Page): Promise<string[]> {
  const shown = await page.evaluate(async () => {
    await new Promise((idle) => requestIdleCallback(idle, { timeout: 500 }))
    for (let frame = 0; frame < 2; frame++) await new Promise((painted) => requestAnimationFrame(painted))
    const placeholders = document.querySelectorAll('.mantine-Skeleton-root, .mantine-Loader-root')
    return [
      ...(document.querySelector('h1') ? [] : ['no heading']),
      ...[...placeholders].map(({ className }) => className),
      ...document.getAnimations().flatMap((animation) => {
        // The bar of an auction's time left shrinks until its end.
        const isBar = animation instanceof CSSTransition && animation.transitionProperty === 'width'
        const moving = (animation.effect as KeyframeEffect | null)?.target?.outerHTML.slice(0, 100)
        return animation.playState === 'running' && !isBar ? [`moving: ${moving}`] : []
      }),
    ]
  })
  return [...shown, ...pendingUrls(page)]
}

/** Waits until everything that the page requested is shown, and all animations have ended. */
export async function waitForStillPage(page: Page): Promise<void> {
  await expect
    .poll(async () => [...pendingUrls(page), ...(await listUnfinished(page))], { intervals: [50] })
    .toEqual([])
}

/** Opens an address as a followed link, which is faster than to load everything again. */
export const follow = (page: Page, path: string): Promise<void> =>
  page.evaluate((path) => history.pushState(null, '', path), path)

const axeOptions: axe.RunOptions = {
  runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'],
  resultTypes: ['violations'],
}

/** Checks that axe finds no problem in the page, and that nothing is wider than the screen. */
export async function expectAccessible(page: Page, what: string): Promise<void> {
  await waitForStillPage(page)
  // A followed link keeps the document, and axe in it.
  if (!(await page.evaluate(() => 'axe' in window))) await page.evaluate(axe.source)
  const { violations } = await page.evaluate(
    (options) => (window as unknown as { axe: typeof axe }).axe.run(document, options),
    axeOptions,
  )
  expect
    .soft(
      violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html}`),
      `${what} by axe`,
    )
    .toEqual([])
  const tooWide = await page.evaluate(() => {
    const { scrollWidth, clientWidth } = document.documentElement
    return scrollWidth - clientWidth
  })
  expect.soft(tooWide, `${what} scrolls sideways`).toBeLessThanOrEqual(0)
}
