'use client';

import { Check, Languages } from 'lucide-react';
import { LANGUAGES, type Language } from '../../classroom/languages.ts';
import { IconButton } from '../design/button.tsx';
import { Menu } from '../design/menu.tsx';
import type { MenuItem } from '../design/open-menu.tsx';
import { useLanguage, useWords } from './words.ts';

/** Each in its own language: whoever looks for theirs may read no other. */
const NAMES: Readonly<Record<Language, string>> = { en: 'English', de: 'Deutsch', es: 'Español' };
const YEAR = 365 * 24 * 60 * 60;

function choose(language: Language): void {
  // biome-ignore lint/suspicious/noDocumentCookie: the Cookie Store API is missing in Firefox and on plain http.
  document.cookie = `heaproom_language=${language}; path=/; max-age=${YEAR}; samesite=lax`;
  // The page comes from the server in the other language; a class is entered again as after a reconnect.
  location.reload();
}

/** The languages to choose from. */
export function useLanguageItems(): readonly MenuItem[] {
  const now = useLanguage();
  return LANGUAGES.map((language) => ({
    label: <span lang={language}>{NAMES[language]}</span>,
    chosen: language === now,
    ...(language === now ? { icon: Check } : {}),
    onSelect: () => choose(language),
  }));
}

export function LanguageMenu() {
  const { page } = useWords('page');
  const items = useLanguageItems();
  return <Menu trigger={<IconButton icon={Languages} label={page.language} />} items={items} />;
}
