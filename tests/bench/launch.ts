/** The browser that is measured: it draws without a graphics card and does nothing of its own accord. */
import { type Browser, chromium } from '@playwright/test';
import { ensureBrowser } from '../browser.ts';

export function launchBrowser(): Promise<Browser> {
  return chromium.launch({
    executablePath: ensureBrowser(),
    args: [
      '--no-sandbox',
      '--disable-gpu',
      '--disable-quic',
      '--disable-background-networking',
      '--disable-sync',
    ],
  });
}
