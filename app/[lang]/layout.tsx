import '../globals.css';
import type { Viewport } from 'next';
import { notFound } from 'next/navigation';
import type { ReactNode } from 'react';
import { isLanguage, LANGUAGES } from '../../classroom/languages.ts';
import { Surroundings } from '../../components/design/theme.tsx';
import { InLanguage } from '../../components/language/in-language.tsx';
import { SkipLink } from '../../components/language/skip-link.tsx';
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
  return (
    // The colour scheme is set on <html> before React takes over, hence the suppressed warning.
    <html lang={lang} suppressHydrationWarning>
      <body>
        <InLanguage language={lang}>
          <SkipLink />
          <Surroundings>{children}</Surroundings>
        </InLanguage>
      </body>
    </html>
  );
}
