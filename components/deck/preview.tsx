'use client';

import { useMemo, useState } from 'react';
import { promptText } from '../../classroom/deck/text.ts';
import { goalWords } from '../../classroom/goalPhrases.ts';
import type { Form } from '../../classroom/protocol/challenge.ts';
import type { DeckAnswer, DeckItem } from '../../classroom/protocol/deck.ts';
import { type HeapView, Machine } from '../../heap/index.ts';
import { PythonBlock } from '../design/code.tsx';
import { useLanguage, useWords, type Words } from '../language/words.ts';
import { AnswerControl } from '../live/answer-control.tsx';
import { beginDraft } from '../live/answer-draft.ts';
import { QuestionText } from '../live/question-text.tsx';
import { HeapPicture, usePictureHeap } from './heap-picture.tsx';

/** What a student sees of an item, as wide as a phone. Mount it with the item's key. */
export function Preview({ item }: { readonly item: DeckItem }) {
  const { goals } = useWords('deck').deck;
  return (
    <div className="mx-auto flex w-full max-w-[24rem] flex-col gap-4 rounded-2xl border border-line bg-surface p-4 shadow-card">
      {item.kind === 'task' ? (
        <>
          <Prompt text={item.prompt} />
          <ul className="list-disc pl-5 text-sm">
            {item.goals.map((goal, at) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: a goal is its place in the list
              <li key={at}>{goalWords(goal, goals)}</li>
            ))}
          </ul>
          {item.setup.trim() === '' ? null : <PythonBlock source={item.setup} />}
        </>
      ) : (
        <QuestionPreview text={promptText(item)} picture={item.picture} answer={item.answer} />
      )}
    </div>
  );
}

function Prompt({ text }: { readonly text: string }) {
  const words = useWords('deck').deck.preview;
  return text.trim() === '' ? (
    <p className="text-sm text-faint">{words.noText}</p>
  ) : (
    <QuestionText text={text} />
  );
}

function QuestionPreview({
  text,
  picture,
  answer,
}: {
  readonly text: string;
  readonly picture: string;
  readonly answer: DeckAnswer;
}) {
  const words = useWords('deck').deck.preview;
  const drawn = usePictureHeap(picture);
  const heap = drawn?.toPoint ?? null;
  const form = useMemo(() => shownForm(answer, words), [answer, words]);
  return (
    <>
      <Prompt text={text} />
      {drawn === null ? null : <HeapPicture heap={drawn.heap} />}
      {picture.trim() !== '' && heap === null ? (
        <p className="text-sm text-danger">{words.pictureFails}</p>
      ) : null}
      {answer.form === 'object' && heap === null ? (
        <p className="text-sm text-muted">{words.pointInClass}</p>
      ) : (
        <Trial key={form.form} form={form} heap={heap} />
      )}
    </>
  );
}

/** The controls of an answer, to be tried; what is chosen goes nowhere. */
function Trial({ form, heap }: { readonly form: Form; readonly heap: HeapView | null }) {
  const language = useLanguage();
  const [draft, setDraft] = useState(() => beginDraft(form, null, language));
  const shown = useMemo(() => heap ?? new Machine().inspect(), [heap]);
  const whole =
    form.form === 'order' ? { ...draft, chosen: form.items.map((_, at) => draft.chosen[at] ?? at) } : draft;
  return <AnswerControl form={form} draft={whole} heap={shown} onChange={setDraft} />;
}

/** The form as students get it; gaps and all. Items stand in an order that gives nothing away. */
function shownForm(answer: DeckAnswer, words: Words['deck']['preview']): Form {
  switch (answer.form) {
    case 'one':
    case 'several':
      return {
        form: answer.form,
        options: answer.options.map(({ text }, at) => (text.trim() === '' ? words.option(at + 1) : text)),
      };
    case 'order':
      return {
        form: 'order',
        items: answer.items.map((item, at) => (item.trim() === '' ? words.item(at + 1) : item)).toSorted(),
      };
    case 'number':
      return { form: 'number', unit: answer.unit };
    case 'object':
      return { form: 'object' };
    case 'text':
      return { form: 'text' };
  }
}
