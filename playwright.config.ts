import { defineConfig } from '@playwright/test'
import { findChromium } from './scripts/find-chromium.ts'

/** Each worker has a server of its own; the stories that it plays share it, each with its people and accounts. */
export default defineConfig({
  testDir: 'test/e2e',
  globalSetup: './test/e2e/support/global-setup.ts',
  testMatch: '*.spec.ts',
  workers: 3,
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
        // A camera that shows a clock and beeps; the browser lets every page use it.
        '--use-fake-device-for-media-stream=fps=15',
        '--use-fake-ui-for-media-stream',
        '--disable-backgrounding-occluded-windows',
        '--disable-renderer-backgrounding',
      ],
    },
  },
})
