'use client';

import { ArrowRight } from 'lucide-react';
import { useRouter } from 'next/navigation';
import { useState, useTransition } from 'react';
import { Button } from '../design/button.tsx';
import { EarlyForm, fieldText } from '../design/early-form.tsx';
import { TextField } from '../design/field.tsx';
import { useRefusal } from '../language/refusal.ts';
import { useWords } from '../language/words.ts';
import { typedCode } from '../live/classCode.ts';
import { askRoom } from '../live/request.ts';

/** The way in for a student: the code from the wall. */
export function JoinByCode() {
  const words = useWords('home').home.join;
  const says = useRefusal();
  const router = useRouter();
  const [text, setText] = useState('');
  const [error, setError] = useState<string>();
  const [busy, start] = useTransition();
  const join = (fields: FormData) => {
    const typed = fieldText(fields, 'code').toUpperCase();
    const code = typedCode(typed);
    setText(typed);
    if (code === '') {
      setError(words.missing);
      return;
    }
    start(async () => {
      const room = await askRoom(code);
      if (room.ok) router.push(`/c/${room.value.code}`);
      else setError(says(room.refusal));
    });
  };
  return (
    <EarlyForm onSend={join} className="flex flex-col gap-3">
      <TextField
        name="code"
        label={words.code}
        size="lg"
        mono
        placeholder="K7Q X2M"
        autoComplete="off"
        autoCapitalize="characters"
        spellCheck={false}
        maxLength={12}
        value={text}
        onChange={(event) => {
          setText(event.target.value.toUpperCase());
          setError(undefined);
        }}
        error={error}
      />
      <Button type="submit" variant="primary" size="lg" icon={ArrowRight} busy={busy}>
        {words.go}
      </Button>
    </EarlyForm>
  );
}
