import { defineConfig } from '@playwright/test';
import { findBrowser } from './browser.ts';

const executablePath = findBrowser();

export default defineConfig({
  testDir: './journeys',
  outputDir: '../test-results',
  globalSetup: './journeys/template.ts',
  // Each worker runs a server of its own, and a class in a browser keeps a processor busy.
  workers: 1,
  // What passes at the second try is printed as flaky.
  retries: process.env.CI === undefined ? 0 : 1,
  // Only against hanging: a journey starts servers, and a computer may be busy.
  timeout: 300_000,
  expect: { timeout: 15_000 },
  forbidOnly: process.env.CI !== undefined,
  reporter: [['list']],
  use: {
    browserName: 'chromium',
    // What cannot be clicked by then never can be, and says so long before the test's own end.
    actionTimeout: 60_000,
    trace: process.env.CI === undefined ? 'retain-on-failure' : 'on-first-retry',
    screenshot: 'only-on-failure',
    launchOptions: {
      ...(executablePath === null ? {} : { executablePath }),
      args: [
        '--no-sandbox',
        '--disable-gpu',
        '--disable-quic',
        '--disable-background-networking',
        '--disable-component-update',
        '--disable-sync',
      ],
    },
  },
});
