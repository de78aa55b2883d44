import './globals.css';
import type { Metadata, Viewport } from 'next';
import type { ReactNode } from 'react';
import { Surroundings } from '../components/design/theme.tsx';

export const metadata: Metadata = {
  title: { default: 'Heaproom', template: '%s · Heaproom' },
  description: 'A classroom in the browser where everybody shares one simulated CPython heap.',
};

export const viewport: Viewport = {
  width: 'device-width',
  initialScale: 1,
  themeColor: [
    { media: '(prefers-color-scheme: light)', color: '#f6f6f3' },
    { media: '(prefers-color-scheme: dark)', color: '#0f1115' },
  ],
};

export default function RootLayout({ children }: { readonly children: ReactNode }) {
  return (
    // The colour scheme is set on <html> before React takes over, hence the suppressed warning.
    <html lang="en" suppressHydrationWarning>
      <body>
        <a
          href="#main"
          className="sr-only z-[70] rounded-lg bg-accent px-4 py-2 text-on-accent focus:not-sr-only focus:fixed focus:top-2 focus:left-2"
        >
          Skip to the content
        </a>
        <Surroundings>{children}</Surroundings>
      </body>
    </html>
  );
}
