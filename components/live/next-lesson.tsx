'use client';

import { LogIn } from 'lucide-react';
import { useCallback, useEffect, useState } from 'react';
import { Button } from '../design/button.tsx';
import { Notice } from '../design/notice.tsx';
import { useRefusal } from '../language/refusal.ts';
import { useWords } from '../language/words.ts';
import { type AboutRoom, askRoom, joinRoom } from './request.ts';

const LOOK_AGAIN = 5_000;

/**
 * Beside the end of a lesson: that the same class has a new one, as soon as it has, and the way in with one's name as it
 * was. Nothing is joined unasked.
 */
export function NextLesson({
  code,
  session,
  nickname,
  onEntered,
}: {
  readonly code: string;
  /** The lesson that is over. */
  readonly session: string;
  readonly nickname: string;
  readonly onEntered: () => void;
}) {
  const words = useWords('livePeople').livePeople.next;
  const says = useRefusal();
  const [next, setNext] = useState<AboutRoom | null>(null);
  const [problem, setProblem] = useState<string>();
  const [busy, setBusy] = useState(false);
  const look = useCallback(async () => {
    const answer = await askRoom(code);
    if (!answer.ok) return;
    const { value } = answer;
    setNext(value.session === null || value.session === session ? null : value);
  }, [code, session]);
  useEffect(() => {
    void look();
    const timer = setInterval(look, LOOK_AGAIN);
    return () => clearInterval(timer);
  }, [look]);
  if (next === null || next.me?.removed === true) return null;
  const member = next.me !== null;
  const enter = async () => {
    setBusy(true);
    const answer = member ? null : await joinRoom(code, nickname);
    setBusy(false);
    if (answer === null || answer.ok) onEntered();
    else setProblem(says(answer.refusal));
  };
  return (
    <Notice className="mb-8" tone={problem === undefined ? 'info' : 'error'} title={words.title}>
      <p>{problem ?? words.text}</p>
      <Button
        variant="primary"
        size="sm"
        icon={LogIn}
        busy={busy}
        className="mt-3 max-w-full"
        onClick={() => void enter()}
      >
        {member ? words.enter : words.join(nickname)}
      </Button>
    </Notice>
  );
}
