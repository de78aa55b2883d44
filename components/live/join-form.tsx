'use client';

import { type FormEvent, useState } from 'react';
import { refuse } from '../../classroom/protocol/refusal.ts';
import { MAX } from '../../classroom/protocol/shapes.ts';
import { Button } from '../design/button.tsx';
import { TextField } from '../design/field.tsx';
import { Notice } from '../design/notice.tsx';
import { Page, TopBar } from '../design/top-bar.tsx';
import { type AboutRoom, joinRoom } from './request.ts';

export interface JoinFormProps {
  readonly room: AboutRoom;
  readonly onJoined: () => void;
}

/** A newcomer says what to be called, and is in. */
export function JoinForm({ room, onJoined }: JoinFormProps) {
  const [nickname, setNickname] = useState('');
  const [error, setError] = useState<string>();
  const [busy, setBusy] = useState(false);
  const join = async (event: FormEvent) => {
    event.preventDefault();
    if (nickname.trim() === '') {
      setError('The class needs a name for you.');
      return;
    }
    setBusy(true);
    const answer = await joinRoom(room.code, nickname.trim());
    setBusy(false);
    if (answer.ok) onJoined();
    else setError(answer.refusal.message);
  };
  return (
    <>
      <TopBar />
      <Page>
        <div className="mx-auto max-w-md">
          <p className="text-sm text-muted">You are joining</p>
          <h1 className="text-2xl font-semibold tracking-tight wrap-anywhere">{room.classroom}</h1>
          {room.locked ? (
            <Notice tone="warning" className="mt-6" title="The room is locked">
              {refuse('locked').message}
            </Notice>
          ) : null}
          <form onSubmit={join} noValidate className="mt-6 flex flex-col gap-4">
            <TextField
              label="Your name"
              hint="Others see it. It also becomes the name of your module in Python."
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
              Join
            </Button>
          </form>
          <p className="mt-6 text-sm text-faint">
            No account, no password. If you lose the connection, come back with the same browser: your name
            and points are kept.
          </p>
        </div>
      </Page>
    </>
  );
}
