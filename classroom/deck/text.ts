/** Text and code of a question as one text with fences, as classes, GIFT and Markdown have it, and back. */
import type { DeckQuestion } from '../protocol/deck.ts';

const FENCE = '```';

/** Code stands first, so that the text can ask about it. */
export function promptText({ prompt, code }: Pick<DeckQuestion, 'prompt' | 'code'>): string {
  return code.trim() === '' ? prompt.trim() : `${FENCE}\n${code.trimEnd()}\n${FENCE}\n${prompt.trim()}`;
}

/** A block of code at the beginning becomes the question's code. */
export function splitPrompt(text: string): Pick<DeckQuestion, 'prompt' | 'code'> {
  const lines = text.split('\n');
  if (/^```(?:python|py)?$/.test(lines[0]?.trim() ?? '')) {
    const end = lines.findIndex((line, at) => at > 0 && line.trim() === FENCE);
    const code = lines.slice(1, end).join('\n');
    if (end > 1 && code.trim() !== '')
      return {
        code,
        prompt: lines
          .slice(end + 1)
          .join('\n')
          .trim(),
      };
  }
  return { code: '', prompt: text.trim() };
}

/** The first words, to name a question in lists. */
export function headline(text: string, length = 60): string {
  const line =
    text
      .split('\n')
      .map((each) => each.trim())
      .find((each) => each !== '' && !each.startsWith(FENCE)) ?? '';
  const plain = line.replaceAll('`', '');
  return plain.length <= length ? plain : `${plain.slice(0, length - 1).trimEnd()}…`;
}
