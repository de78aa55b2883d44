/** A laptop that is closed for a while: the page stands still, its connection is gone, and time has passed. */
import type { Page, WebSocketRoute } from '@playwright/test';

export interface Lid {
  close(): Promise<void>;
  /** Opens it again, so many milliseconds later by the page's own clock. */
  open(later: number): Promise<void>;
}

/** To be called before the page is loaded. */
export async function lidOf(page: Page): Promise<Lid> {
  const open = new Set<WebSocketRoute>();
  let closed = false;
  await page.clock.install();
  await page.routeWebSocket(/\/socket\.io\//, (socket) => {
    if (closed) {
      void socket.close();
      return;
    }
    socket.connectToServer();
    open.add(socket);
  });
  await page.route(/\/socket\.io\//, (route) => (closed ? route.abort() : route.fallback()));
  const client = await page.context().newCDPSession(page);
  return {
    async close() {
      closed = true;
      await client.send('Page.setWebLifecycleState', { state: 'frozen' });
      for (const socket of open) await socket.close();
      open.clear();
    },
    async open(later) {
      closed = false;
      await client.send('Page.setWebLifecycleState', { state: 'active' });
      await page.clock.fastForward(later);
    },
  };
}
