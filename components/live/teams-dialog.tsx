'use client';

import { Shuffle, UsersRound } from 'lucide-react';
import { useState } from 'react';
import type { ClassState } from '../../classroom/protocol/state.ts';
import { Button } from '../design/button.tsx';
import { Dialog } from '../design/dialog.tsx';
import { SelectField } from '../design/select.tsx';
import { useWords } from '../language/words.ts';
import type { CommandBody } from './connection.ts';
import { students } from './members.ts';
import { shuffled, TEAM_NAMES, teamsOf, teamWords } from './teams.ts';

const NONE = 'none';
const COUNTS = ['2', '3', '4', '5', '6', '7', '8'] as const;

export interface TeamsProps {
  readonly state: ClassState;
  readonly give: (body: CommandBody) => Promise<void>;
}

/** Teams: everybody by chance, or each by hand. */
export function TeamsButton({ state, give }: TeamsProps) {
  const { livePeople } = useWords('livePeople');
  const [open, setOpen] = useState(false);
  return (
    <div className="border-b border-line px-4 py-2">
      <Button
        size="sm"
        icon={UsersRound}
        disabled={students(state).length === 0}
        onClick={() => setOpen(true)}
      >
        {livePeople.teams}
      </Button>
      <TeamsDialog state={state} give={give} open={open} onOpenChange={setOpen} />
    </div>
  );
}

function TeamsDialog({
  state,
  give,
  open,
  onOpenChange,
}: TeamsProps & { readonly open: boolean; readonly onOpenChange: (open: boolean) => void }) {
  const words = useWords('livePeople');
  const { livePeople } = words;
  const [count, setCount] = useState<string>('2');
  const all = students(state);
  const teams = teamsOf(state);
  const shuffle = () => give({ kind: 'teams', teams: shuffled(all, Number(count), Math.random) });
  const dissolve = () => give({ kind: 'teams', teams: all.map(({ id }) => ({ member: id, team: null })) });
  const choices = [...new Set([...TEAM_NAMES, ...teams])];
  return (
    <Dialog
      open={open}
      onOpenChange={onOpenChange}
      title={livePeople.teams}
      description={livePeople.teamsAbout}
      footer={
        <>
          <Button disabled={teams.length === 0} onClick={() => void dissolve()}>
            {livePeople.noTeams}
          </Button>
          <Button variant="primary" onClick={() => onOpenChange(false)}>
            {livePeople.done}
          </Button>
        </>
      }
    >
      <div className="flex flex-wrap items-end gap-3">
        <SelectField
          label={livePeople.howManyTeams}
          value={count}
          onChange={setCount}
          options={COUNTS.map((value) => ({ value, label: value }))}
          className="w-36"
        />
        <Button icon={Shuffle} onClick={() => void shuffle()}>
          {livePeople.shuffle}
        </Button>
      </div>
      <ul aria-label={livePeople.whoInWhich} className="mt-5 flex flex-col divide-y divide-line">
        {all.map(({ id, nickname, team }) => (
          <li key={id} className="flex items-center gap-3 py-1.5">
            <span className="min-w-0 flex-1 truncate text-sm font-medium">{nickname}</span>
            <SelectField
              hideLabel
              label={livePeople.teamOf(nickname)}
              value={team ?? NONE}
              onChange={(choice) =>
                void give({
                  kind: 'arrange',
                  member: id,
                  arrangement: { team: choice === NONE ? null : choice },
                })
              }
              options={[
                { value: NONE, label: livePeople.noTeam },
                ...choices.map((name) => ({ value: name, label: teamWords(name, words) })),
              ]}
              className="w-36 shrink-0"
            />
          </li>
        ))}
      </ul>
    </Dialog>
  );
}
