'use client';

import { Trophy } from 'lucide-react';
import { type FormEvent, useState } from 'react';
import { MAX } from '../../classroom/protocol/shapes.ts';
import { Button, ButtonLink } from '../design/button.tsx';
import { TextField } from '../design/field.tsx';
import { Notice } from '../design/notice.tsx';
import { Page, TopBar } from '../design/top-bar.tsx';
import { refusalWords } from '../language/refusal.ts';
import { useWords } from '../language/words.ts';
import { type AboutRoom, joinRoom } from './request.ts';

export interface JoinFormProps {
  readonly room: AboutRoom;
  readonly onJoined: () => void;
}

/** A newcomer says what to be called, and is in. */
export function JoinForm({ room, onJoined }: JoinFormProps) {
  const words = useWords('liveDoor', 'limits', 'precisely', 'refusalDetails', 'refusals');
  const { liveDoor } = words;
  const { past } = room;
  const [nickname, setNickname] = useState(past?.nickname ?? '');
  const [error, setError] = useState<string>();
  const [busy, setBusy] = useState(false);
  const join = async (event: FormEvent) => {
    event.preventDefault();
    if (nickname.trim() === '') {
      setError(liveDoor.noName);
      return;
    }
    setBusy(true);
    const answer = await joinRoom(room.code, nickname.trim());
    setBusy(false);
    if (answer.ok) onJoined();
    else setError(refusalWords(words, answer.refusal));
  };
  return (
    <>
      <TopBar />
      <Page>
        <div className="mx-auto max-w-md">
          <p className="text-sm text-muted">{liveDoor.joining}</p>
          <h1 className="text-2xl font-semibold tracking-tight wrap-anywhere">{room.classroom}</h1>
          {past === null ? null : <p className="mt-3 text-muted">{liveDoor.hereBefore(past.nickname)}</p>}
          {room.locked ? (
            <Notice tone="warning" className="mt-6" title={liveDoor.roomLocked}>
              {words.refusals.locked}
            </Notice>
          ) : null}
          <form onSubmit={join} noValidate className="mt-6 flex flex-col gap-4">
            <TextField
              label={liveDoor.name}
              hint={liveDoor.nameHint}
              size="lg"
              autoComplete="nickname"
              autoFocus
              maxLength={MAX.nickname}
              value={nickname}
              onChange={(event) => {
                setNickname(event.target.value);
                setError(undefined);
              }}
              error={error}
            />
            <Button type="submit" variant="primary" size="lg" busy={busy}>
              {liveDoor.join}
            </Button>
          </form>
          {past === null ? null : (
            <ButtonLink href={`/sessions/${past.session}`} icon={Trophy} className="mt-4 w-full">
              {liveDoor.lastLesson}
            </ButtonLink>
          )}
          <p className="mt-6 text-sm text-faint">{liveDoor.noAccount} </p>
        </div>
      </Page>
    </>
  );
}
