/**
 * A deck as a GIFT file for Moodle. Texts are Markdown, options keep their beliefs as feedback, the explanation is the
 * general feedback. What GIFT has no place for is listed, never silently dropped.
 */
import type { Deck, DeckAnswer, DeckItem, DeckOption, DeckQuestion } from '../protocol/deck.ts';
import { ENGLISH_FILES, type FilePhrases } from './filePhrases.ts';
import { escaped } from './giftText.ts';
import type { Made, Problem } from './problem.ts';
import { promptText } from './text.ts';

export function makeGift(deck: Deck, phrases: FilePhrases = ENGLISH_FILES): Made {
  const lost: Problem[] = [];
  const blocks = [`$CATEGORY: ${escaped(deck.title).replaceAll('/', '//')}`];
  for (const [at, item] of deck.items.entries()) {
    const where = phrases.question(at + 1);
    const block = blockOf(item, phrases.gift);
    for (const says of block.lost) lost.push({ where, says });
    if (block.text !== null) blocks.push(block.text);
  }
  return { text: `${blocks.join('\n\n')}\n`, lost };
}

interface Block {
  readonly text: string | null;
  readonly lost: readonly string[];
}

function blockOf(item: DeckItem, gift: FilePhrases['gift']): Block {
  if (item.kind === 'task') return { text: null, lost: [gift.noTasks] };
  if (item.answer.form === 'object') return { text: null, lost: [gift.noObjects] };
  const explanation = item.explanation.trim();
  const answers = [...answersOf(item.answer), ...(explanation === '' ? [] : [`####${marked(explanation)}`])];
  const body = answers.length === 0 ? '{}' : `{\n${answers.map((answer) => `\t${answer}`).join('\n')}\n}`;
  return { text: `[markdown]${escaped(promptText(item))}${body}`, lost: lostOf(item, gift) };
}

function answersOf(answer: DeckAnswer): string[] {
  switch (answer.form) {
    case 'one':
      return answer.options.map((option) => (option.right ? `=${textOf(option)}` : `~${weighed(option, 0)}`));
    case 'several': {
      const right = answer.options.filter((option) => option.right).length;
      return answer.options.map((option) => {
        const share = (100 / Math.max(1, right)).toFixed(5).replace(/\.?0+$/, '');
        return `~%${option.right ? '' : '-'}${share}%${textOf(option)}`;
      });
    }
    case 'number':
      return [`#${answer.value ?? 0}:${answer.tolerance}`];
    case 'order':
      return answer.items.map((item, at) => `=${marked(item)} -> ${at + 1}`);
    case 'object':
    case 'text':
      return [];
  }
}

/** A text that begins like a weight would be read as one: then the weight is written out. */
function weighed(option: DeckOption, weight: number): string {
  return /^\s*%/.test(option.text) ? `%${weight}%${textOf(option)}` : textOf(option);
}

function textOf({ text, right, belief }: DeckOption): string {
  const feedback = right ? '' : belief.trim();
  return `${marked(text)}${feedback === '' ? '' : `#${marked(feedback)}`}`;
}

/** A text that begins with a bracket could be read as one that names its format: then the format is written out. */
function marked(text: string): string {
  const trimmed = text.trim();
  return `${trimmed.startsWith('[') ? '[markdown]' : ''}${escaped(trimmed)}`;
}

function lostOf({ answer, picture, rules }: DeckQuestion, gift: FilePhrases['gift']): string[] {
  const lost: string[] = [];
  if (picture.trim() !== '') lost.push(gift.noPicture);
  if (rules.seconds !== null || rules.confidence) lost.push(gift.noRules);
  if (answer.form === 'order') lost.push(gift.noOrder);
  if (answer.form === 'number' && answer.unit.trim() !== '') lost.push(gift.noUnit(answer.unit.trim()));
  if (answer.form === 'text' && answer.model.trim() !== '') lost.push(gift.noModel);
  return lost;
}
