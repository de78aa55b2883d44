/** How many frames a page makes while something is done to it. */
import type { Page } from '@playwright/test';

export interface FrameRate {
  /** Frames per second. */
  readonly rate: number;
  /** The longest frame, in milliseconds. */
  readonly worst: number;
}

/** Over two seconds; `work` should take about as long. */
export async function frameRate(page: Page, work: () => Promise<void>): Promise<FrameRate> {
  const frames = page.evaluate(
    () =>
      new Promise<number[]>((done) => {
        const lengths: number[] = [];
        let last = performance.now();
        const start = last;
        const frame = (now: number) => {
          lengths.push(now - last);
          last = now;
          if (now - start < 2_000) requestAnimationFrame(frame);
          else done(lengths);
        };
        requestAnimationFrame(frame);
      }),
  );
  await work();
  const lengths = (await frames).slice(1);
  const total = lengths.reduce((sum, length) => sum + length, 0);
  return { rate: (1_000 * lengths.length) / total, worst: Math.max(...lengths) };
}
