'use client';

import { type ReactNode, useLayoutEffect, useRef } from 'react';
import { classes } from './classes.ts';
import { largestThatFits } from './fit.ts';

/** As on a wall: twice as large as elsewhere where there is little to say, smaller than elsewhere where there is much. */
const SIZES = [2, 1.85, 1.7, 1.55, 1.4, 1.28, 1.16, 1.06, 0.98, 0.9, 0.82, 0.75] as const;

/** As large as its box lets it be without being cut off; what is too much at the smallest size is scrolled. */
export function Fit({
  label,
  children,
  className,
}: {
  /** Of the region, which has to be reachable by keyboard where it scrolls. */
  readonly label: string;
  readonly children: ReactNode;
  readonly className?: string;
}) {
  const box = useRef<HTMLElement>(null);
  const content = useRef<HTMLDivElement>(null);
  useLayoutEffect(() => {
    const [outer, inner] = [box.current, content.current];
    if (outer === null || inner === null) return;
    const adjust = () => {
      const size = largestThatFits(SIZES, (one) => {
        inner.style.zoom = String(one);
        return outer.scrollHeight <= outer.clientHeight && outer.scrollWidth <= outer.clientWidth;
      });
      inner.style.zoom = String(size);
    };
    adjust();
    // What is inside may come later, or change without its surroundings.
    const changes = new MutationObserver(adjust);
    changes.observe(inner, { childList: true, subtree: true });
    const sizes = new ResizeObserver(adjust);
    sizes.observe(outer);
    return () => {
      changes.disconnect();
      sizes.disconnect();
    };
  }, []);
  return (
    <section
      ref={box}
      aria-label={label}
      // biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls has to be reachable by keyboard
      tabIndex={0}
      className={classes('min-h-0 overflow-auto -outline-offset-2', className)}
    >
      <div ref={content}>{children}</div>
    </section>
  );
}
