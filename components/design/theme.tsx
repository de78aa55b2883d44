'use client';

import { Monitor, Moon, Sun } from 'lucide-react';
import { ThemeProvider, useTheme } from 'next-themes';
import { type ReactNode, useSyncExternalStore } from 'react';
import { useLanguageItems } from '../language/language-menu.tsx';
import { useWords } from '../language/words.ts';
import { IconButton } from './button.tsx';
import { Menu } from './menu.tsx';
import { Toasts, type ToastWords } from './toasts.tsx';

/** What every page stands in: colour scheme, toasts. `nonce` is for the one inline script of the scheme. */
export function Surroundings({
  toasts,
  children,
  nonce,
}: {
  readonly toasts: ToastWords;
  readonly children: ReactNode;
  readonly nonce?: string;
}) {
  return (
    <ThemeProvider
      attribute="class"
      defaultTheme="system"
      enableSystem
      // The style sheet says it: from the element it would darken the margins of a printed page.
      enableColorScheme={false}
      disableTransitionOnChange
      {...(nonce === undefined ? {} : { nonce })}
    >
      <Toasts words={toasts}>{children}</Toasts>
    </ThemeProvider>
  );
}

const never = () => () => {};

/** False while the server's markup is being taken over, true after. */
export function useMounted(): boolean {
  return useSyncExternalStore(
    never,
    () => true,
    () => false,
  );
}

/** `light` or `dark`, as it is drawn now; `light` until the browser has said. For canvases that read colours. */
export function useScheme(): 'light' | 'dark' {
  const { resolvedTheme } = useTheme();
  const mounted = useMounted();
  return mounted && resolvedTheme === 'dark' ? 'dark' : 'light';
}

/** The colour scheme; `withLanguages` where there is no room for a menu of languages beside it. */
export function ThemeMenu({ withLanguages = false }: { readonly withLanguages?: boolean }) {
  const { theme, setTheme } = useTheme();
  const { scheme: words, settings } = useWords('page').page;
  const known = useLanguageItems();
  const languages = withLanguages ? known : [];
  const mounted = useMounted();
  const icon = !mounted || theme === 'system' ? Monitor : theme === 'dark' ? Moon : Sun;
  return (
    <Menu
      trigger={<IconButton icon={icon} label={languages.length === 0 ? words.label : settings} />}
      items={[
        ...languages,
        {
          label: words.light,
          icon: Sun,
          separated: languages.length > 0,
          onSelect: () => setTheme('light'),
        },
        { label: words.dark, icon: Moon, onSelect: () => setTheme('dark') },
        { label: words.system, icon: Monitor, onSelect: () => setTheme('system') },
      ]}
    />
  );
}
