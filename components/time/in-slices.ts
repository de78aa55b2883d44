/** Long work beside a page that stays quick. */
const SLICE = 12;

/** Goes on until `next` says that it is done, letting the page breathe in between. */
export async function inSlices(next: () => boolean, signal: AbortSignal): Promise<void> {
  for (let more = true; more; ) {
    const until = performance.now() + SLICE;
    while (more && performance.now() < until) more = next();
    await new Promise((resolve) => setTimeout(resolve, 0));
    signal.throwIfAborted();
  }
}
