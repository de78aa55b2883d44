import { expect } from '@playwright/test';
import { startWithNpm } from './app.ts';
import { test } from './test.ts';

test.use({ asAUserStarts: true });

test('the start page runs under its own security policy', async ({ page, bench }) => {
  const complaints: string[] = [];
  page.on('console', (message) => {
    if (message.type() === 'error') complaints.push(message.text());
  });
  page.on('pageerror', (error) => complaints.push(error.message));
  for (const path of ['/', '/sandbox']) {
    const answer = await page.goto(`${bench.url}${path}`);
    expect(answer?.status()).toBe(200);
    expect(answer?.headers()['content-security-policy']).not.toMatch(/script-src[^;]*unsafe/);
    await page.waitForLoadState('networkidle');
  }
  expect(complaints).toEqual([]);
});

test('the printed link signs the teacher in once', async ({ browser, heaproom }) => {
  const teacher = await browser.newPage();
  await teacher.goto(heaproom.signInLink());
  await expect(teacher).toHaveURL(`${heaproom.url}/teach`);
  const stranger = await (await browser.newContext()).newPage();
  const answer = await stranger.goto(heaproom.signInLink());
  expect(answer?.status()).toBe(403);
  await expect(stranger.getByRole('heading')).toContainText('does not work any more');
});

test('stopping npm stops Heaproom', async () => {
  const npm = await startWithNpm();
  await expect(async () => expect((await fetch(npm.url)).status).toBe(200)).toPass();
  npm.stop();
  await expect(async () => expect(await npm.listens()).toBe(false)).toPass();
  await npm.remove();
});
