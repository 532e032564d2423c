import { defineConfig } from '@playwright/test'
import { findChromium } from './scripts/find-chromium.ts'

/**
 * Chromium reads the last list only, so these are Playwright's own and two more: of its own address bar, Chromium would
 * load two pages with each window, and they take as long as a page of Stagedoor.
 */
const disabledFeatures = [
  'WebUIOmniboxPopup',
  'WebUIOmniboxAimPopup',
  'AimEnabled',
  'AvoidUnnecessaryBeforeUnloadCheckSync',
  'DestroyProfileOnBrowserClose',
  'HttpsFirstBalancedModeAutoEnable',
  'HttpsUpgrades',
  'LensOverlay',
  'MediaRouter',
  'NetworkTimeServiceQuerying',
  'OptimizationHints',
  'PaintHolding',
  'PreconnectToSearch',
  'ThirdPartyStoragePartitioning',
]

/**
 * Each worker has a server of its own; the stories that it plays share it, each with its people and accounts. The files
 * are taken in the order of their names: the longest stories are in the folder `first`, and the others run beside them.
 */
export default defineConfig({
  testDir: 'test/e2e',
  globalSetup: './test/e2e/support/global-setup.ts',
  workers: 4,
  fullyParallel: true,
  // On a slow or busy machine everything takes several times as long; each wait ends as soon as its condition holds.
  timeout: 180_000,
  expect: { timeout: 20_000 },
  reporter: 'line',
  use: {
    launchOptions: {
      executablePath: process.env.CHROMIUM_PATH ?? findChromium(),
      args: [
        '--headless=new',
        '--no-sandbox',
        '--disable-gpu',
        '--disable-quic',
        '--no-first-run',
        '--disable-background-networking',
        '--disable-component-update',
        '--disable-sync',
        `--disable-features=${disabledFeatures.join()}`,
        // A camera that shows a clock and beeps; the browser lets every page use it.
        '--use-fake-device-for-media-stream=fps=8',
        '--use-fake-ui-for-media-stream',
        '--disable-backgrounding-occluded-windows',
        '--disable-renderer-backgrounding',
      ],
    },
  },
})
