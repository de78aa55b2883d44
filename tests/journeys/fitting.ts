/** Whether everything that can be pressed or typed into is there as a whole, and nothing lies over it. */
import type { Page } from '@playwright/test';

const CONTROLS =
  'button, a[href], input, textarea, select, [role=tab], [role=slider], [role=switch], [role=checkbox], [role=radio]';

/** A sentence for each control that is cut off, covered, or too small to be hit. */
export function misfits(page: Page): Promise<string[]> {
  return page.evaluate((controls) => {
    const found: string[] = [];
    const wide = document.documentElement.scrollWidth - document.documentElement.clientWidth;
    if (wide > 0) found.push(`the page is ${wide} px wider than its window`);
    for (const element of document.querySelectorAll<HTMLElement>(controls)) {
      if (!element.checkVisibility({ opacityProperty: true, visibilityProperty: true })) continue;
      // For screen readers only, or out of sight in something that scrolls: what is seen of it is seen by scrolling.
      if (element.closest('.sr-only, [inert], [aria-hidden=true]') !== null) continue;
      element.scrollIntoView({ block: 'nearest', inline: 'nearest', behavior: 'instant' });
      const box = element.getBoundingClientRect();
      const name = element.getAttribute('aria-label') ?? element.textContent ?? '';
      const said = `${element.tagName.toLowerCase()} “${name.trim().slice(0, 40)}”`;
      if (box.width < 16 || box.height < 16) {
        const label = element.closest('label') ?? document.querySelector(`label[for="${element.id}"]`);
        if (label === null) found.push(`${said} is ${box.width} × ${box.height} px small`);
      }
      if (box.left < -1 || box.right > innerWidth + 1) {
        found.push(`${said} reaches from ${Math.round(box.left)} to ${Math.round(box.right)}`);
        continue;
      }
      const x = box.left + box.width / 2;
      const y = box.top + box.height / 2;
      if (y < 0 || y > innerHeight) {
        found.push(`${said} cannot be scrolled to`);
        continue;
      }
      const hit = document.elementFromPoint(x, y);
      const own = hit !== null && (element.contains(hit) || hit.contains(element));
      const label = hit?.closest('label');
      if (!own && label?.contains(element) !== true)
        found.push(
          `${said} is covered by ${hit?.tagName.toLowerCase()}.${String(hit?.className).slice(0, 60)}`,
        );
    }
    return found;
  }, CONTROLS);
}
