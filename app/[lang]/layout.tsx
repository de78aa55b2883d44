import '../globals.css';
import type { Viewport } from 'next';
import { notFound } from 'next/navigation';
import type { ReactNode } from 'react';
import { isLanguage, LANGUAGES } from '../../classroom/languages.ts';
import { Surroundings } from '../../components/design/theme.tsx';
import { wordsOf } from '../../components/language/all.ts';
import { InLanguage } from '../../components/language/in-language.tsx';
import { titled } from '../titles.ts';

export const generateMetadata = titled((page) => ({
  title: { default: 'Heaproom', template: '%s · Heaproom' },
  description: page.about,
}));

export const viewport: Viewport = {
  width: 'device-width',
  initialScale: 1,
  themeColor: [
    { media: '(prefers-color-scheme: light)', color: '#f6f6f3' },
    { media: '(prefers-color-scheme: dark)', color: '#0f1115' },
  ],
};

export const generateStaticParams = () => LANGUAGES.map((lang) => ({ lang }));

export default async function RootLayout({
  children,
  params,
}: {
  readonly children: ReactNode;
  readonly params: Promise<{ readonly lang: string }>;
}) {
  const { lang } = await params;
  if (!isLanguage(lang)) notFound();
  // Said by the server: what stands around a page waits for no words, so that the page asks for all of its own at once.
  const { design, page } = wordsOf(lang);
  return (
    // The colour scheme is set on <html> before React takes over, hence the suppressed warning.
    <html lang={lang} suppressHydrationWarning>
      <body>
        <InLanguage language={lang}>
          <a
            href="#main"
            className="sr-only z-[70] rounded-lg bg-accent px-4 py-2 text-on-accent focus:not-sr-only focus:fixed focus:top-2 focus:left-2"
          >
            {page.skip}
          </a>
          <Surroundings
            toasts={{
              label: design.message,
              place: design.messages('{hotkey}'),
              close: design.close,
            }}
          >
            {children}
          </Surroundings>
        </InLanguage>
      </body>
    </html>
  );
}
