'use client';

import { History, Layers, LogOut, Plus, School } from 'lucide-react';
import { useRouter } from 'next/navigation';
import { useState, useTransition } from 'react';
import { Button, ButtonLink, IconButton } from '../design/button.tsx';
import { EarlyForm, fieldText } from '../design/early-form.tsx';
import { Empty } from '../design/empty.tsx';
import { TextField } from '../design/field.tsx';
import { Page, TopBar } from '../design/top-bar.tsx';
import { useRefusal } from '../language/refusal.ts';
import { useWords } from '../language/words.ts';
import { createClassroom, signOut } from '../live/request.ts';
import type { ClassroomSummary } from './classroom.ts';
import { ClassroomPanel } from './classroom-panel.tsx';

/** The teacher's classrooms: start and continue lessons, look back at past ones. */
export function Teaching({ classrooms }: { readonly classrooms: readonly ClassroomSummary[] }) {
  const { title, classrooms: words } = useWords('teach').teach;
  const router = useRouter();
  const leave = async () => {
    await signOut();
    router.refresh();
  };
  return (
    <>
      <TopBar
        title={title}
        actions={
          <>
            <ButtonLink href="/teach/decks" size="sm" variant="quiet" icon={Layers}>
              <span className="max-sm:sr-only">{words.decks}</span>
            </ButtonLink>
            <ButtonLink href="/sessions" size="sm" variant="quiet" icon={History}>
              <span className="max-sm:sr-only">{words.allLessons}</span>
            </ButtonLink>
            <IconButton icon={LogOut} label={words.signOut} onClick={leave} />
          </>
        }
      />
      <Page wide>
        <div className="flex flex-wrap items-end justify-between gap-x-8 gap-y-5">
          <div>
            <h2 className="text-2xl font-semibold tracking-tight">{words.title}</h2>
            <p className="mt-1 text-muted">{words.text}</p>
          </div>
          <NewClassroom />
        </div>
        <div className="mt-8 flex flex-col gap-6">
          {classrooms.length === 0 ? (
            <div className="rounded-xl border border-dashed border-line-strong">
              <Empty icon={School} title={words.none.title}>
                {words.none.text}
              </Empty>
            </div>
          ) : (
            classrooms.map((classroom) => <ClassroomPanel key={classroom.id} classroom={classroom} />)
          )}
        </div>
      </Page>
    </>
  );
}

function NewClassroom() {
  const words = useWords('teach').teach.classrooms;
  const says = useRefusal();
  const router = useRouter();
  const [name, setName] = useState('');
  const [error, setError] = useState<string>();
  const [busy, start] = useTransition();
  const create = (fields: FormData) => {
    const typed = fieldText(fields, 'name');
    setName(typed);
    if (typed === '') {
      setError(words.noName);
      return;
    }
    start(async () => {
      const answer = await createClassroom(typed);
      if (!answer.ok) {
        setError(says(answer.refusal));
        return;
      }
      setName('');
      setError(undefined);
      router.refresh();
    });
  };
  return (
    <EarlyForm onSend={create} className="flex w-full max-w-md items-start gap-2">
      <TextField
        name="name"
        label={words.newName}
        hideLabel
        placeholder={words.example}
        value={name}
        maxLength={80}
        onChange={(event) => setName(event.target.value)}
        error={error}
        className="flex-1"
      />
      <Button type="submit" variant="primary" icon={Plus} busy={busy}>
        {words.create}
      </Button>
    </EarlyForm>
  );
}
