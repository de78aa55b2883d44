/** A page of plain sentences for moments when the application's own pages are not what is needed. */
import type { Language } from '../../classroom/languages.ts';

interface Notice {
  readonly title: string;
  readonly sentences: readonly string[];
}

/** A sign-in link that was used, or is of an earlier start. */
export const STALE_LINK: Readonly<Record<Language, Notice>> = {
  en: {
    title: 'This sign-in link does not work any more',
    sentences: [
      'A link works once, and only until the server starts again.',
      'Use the newest link that the server printed, or restart the server to get another one.',
    ],
  },
  de: {
    title: 'Dieser Anmeldelink gilt nicht mehr',
    sentences: [
      'Ein Link gilt einmal, und nur bis der Server neu startet.',
      'Nimm den neuesten Link, den der Server ausgegeben hat, oder starte den Server neu, um einen anderen zu bekommen.',
    ],
  },
  es: {
    title: 'Este enlace de acceso ya no funciona',
    sentences: [
      'Un enlace funciona una vez, y solo hasta que el servidor se reinicia.',
      'Usa el enlace más reciente que ha mostrado el servidor, o reinicia el servidor para obtener otro.',
    ],
  },
};

const TO_START: Readonly<Record<Language, string>> = {
  en: "Heaproom's start page",
  de: 'Zur Startseite von Heaproom',
  es: 'Página de inicio de Heaproom',
};

export function noticePage(language: Language, { title, sentences }: Notice): string {
  return `<!doctype html>
<html lang="${language}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${escapeHtml(title)} · Heaproom</title>
<style>
:root { color-scheme: light dark; font: 18px/1.6 system-ui, sans-serif; }
body { max-width: 36rem; margin: 12vh auto; padding: 0 1.5rem; }
h1 { font-size: 1.5rem; line-height: 1.25; }
</style>
</head>
<body>
<main>
<h1>${escapeHtml(title)}</h1>
${sentences.map((sentence) => `<p>${escapeHtml(sentence)}</p>`).join('\n')}
<p><a href="/">${escapeHtml(TO_START[language])}</a></p>
</main>
</body>
</html>
`;
}

const ENTITIES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };

function escapeHtml(text: string): string {
  return text.replace(/[&<>"]/g, (character) => ENTITIES[character] ?? character);
}
