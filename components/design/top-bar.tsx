import Link from 'next/link';
import type { ReactNode } from 'react';
import { LanguageMenu } from '../language/language-menu.tsx';
import { classes } from './classes.ts';
import { ThemeMenu } from './theme.tsx';

/** The product's mark: three blocks of a pool, one of them taken. */
export function Mark({ className = 'size-6' }: { readonly className?: string }) {
  return (
    <svg viewBox="0 0 24 24" aria-hidden="true" className={className}>
      <rect x="2" y="2" width="9" height="9" rx="2.5" className="fill-accent" />
      <rect
        x="13"
        y="2"
        width="9"
        height="9"
        rx="2.5"
        className="fill-none stroke-ink"
        strokeWidth="1.6"
        opacity=".55"
      />
      <rect
        x="2"
        y="13"
        width="9"
        height="9"
        rx="2.5"
        className="fill-none stroke-ink"
        strokeWidth="1.6"
        opacity=".55"
      />
      <path
        d="M13.5 17.5h6m0 0-2.6-2.6m2.6 2.6-2.6 2.6"
        className="fill-none stroke-accent"
        strokeWidth="1.8"
        strokeLinecap="round"
        strokeLinejoin="round"
      />
    </svg>
  );
}

export interface TopBarProps {
  /** Where one is: a title, a class's name. */
  readonly title?: ReactNode;
  /** In the middle of wide screens: code, state, counts. */
  readonly status?: ReactNode;
  readonly actions?: ReactNode;
  readonly className?: string;
  /** So many actions that a phone has no room for the title. */
  readonly crowded?: boolean;
}

/** The line at the top of every page but the projector's. */
export function TopBar({ title, status, actions, className, crowded = false }: TopBarProps) {
  return (
    <header
      className={classes(
        'flex min-h-14 shrink-0 items-center gap-3 border-b border-line bg-surface px-3 sm:px-5',
        className,
      )}
    >
      <Link href="/" className="flex shrink-0 items-center gap-2 rounded-md font-semibold tracking-tight">
        <Mark />
        <span className={title === undefined ? undefined : 'max-sm:sr-only'}>Heaproom</span>
      </Link>
      {title === undefined ? null : (
        <>
          <span
            aria-hidden
            className={classes(
              'text-line-strong select-none',
              crowded ? 'max-sm:hidden' : 'max-[24rem]:hidden',
            )}
          >
            /
          </span>
          {/* The narrowest screens have room for the actions only. */}
          <h1
            className={classes(
              'min-w-0 truncate font-medium',
              crowded ? 'max-sm:sr-only' : 'max-[24rem]:sr-only',
            )}
          >
            {title}
          </h1>
        </>
      )}
      <div className="flex min-w-0 flex-1 items-center gap-3 max-sm:hidden">{status}</div>
      <div className="ml-auto flex shrink-0 items-center gap-1">
        {actions}
        <span className="flex gap-1 max-sm:hidden">
          <LanguageMenu />
          <ThemeMenu />
        </span>
        <span className="sm:hidden">
          <ThemeMenu withLanguages />
        </span>
      </div>
    </header>
  );
}

/** A page of text and forms: one readable column under the bar. */
export function Page({ children, wide = false }: { readonly children: ReactNode; readonly wide?: boolean }) {
  return (
    <main
      id="main"
      className={classes('mx-auto w-full px-4 py-8 sm:px-6 sm:py-12', wide ? 'max-w-6xl' : 'max-w-3xl')}
    >
      {children}
    </main>
  );
}
