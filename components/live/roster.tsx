'use client';

import { Ellipsis, Pen, PenOff, Timer, UserRoundX } from 'lucide-react';
import { useState } from 'react';
import type { MemberState } from '../../classroom/protocol/state.ts';
import { showsLeaderboard } from '../../classroom/settings.ts';
import { Badge } from '../design/badge.tsx';
import { IconButton } from '../design/button.tsx';
import { classes } from '../design/classes.ts';
import { Confirm } from '../design/dialog.tsx';
import { Menu } from '../design/menu.tsx';
import { Sentence } from '../language/sentence.tsx';
import { useWords } from '../language/words.ts';
import type { CommandBody, LiveView } from './connection.ts';
import { teamWords } from './teams.ts';

export interface RosterProps {
  readonly view: LiveView;
  /** Given to the teacher only. */
  readonly onRemove?: (member: MemberState) => void;
  /** Given to the teacher only: who may write while the heap is frozen. */
  readonly onPens?: (pens: readonly string[]) => void;
  /** Given to the teacher only: extra time. */
  readonly onArrange?: (body: CommandBody) => void;
}

/** [CH4] What a student's own time limit is multiplied with. */
const EXTRA_TIMES = [
  { factor: 1, words: 'noExtra' },
  { factor: 1.25, words: 'quarter' },
  { factor: 1.5, words: 'half' },
  { factor: 2, words: 'twice' },
] as const;

/** Who is in the class: present or away, at what, with how many points. */
export function Roster({ view, onRemove, onPens, onArrange }: RosterProps) {
  const all = useWords('livePeople', 'numbers');
  const { livePeople, numbers } = all;
  const { state, roster, presence, me } = view;
  const [doomed, setDoomed] = useState<MemberState | null>(null);
  if (state === null) return null;
  const here = new Set(roster.connected);
  const { pens } = state.settings;
  // Without a leaderboard everybody else's points are not known here, or were the last that were.
  const open = me?.role === 'teacher' || showsLeaderboard(state.settings);
  const points = new Map(
    state.scores
      .filter((score) => open || score.member === me?.id)
      .map((score) => [score.member, score.points]),
  );
  const members = state.members
    .filter((member) => !member.removed)
    .sort((a, b) => Number(here.has(b.id)) - Number(here.has(a.id)) || a.joinedAt - b.joinedAt);
  return (
    <>
      <ul aria-label={livePeople.members} className="flex flex-col">
        {members.map((member) => {
          const present = here.has(member.id);
          return (
            <li
              key={member.id}
              className="flex min-h-11 items-center gap-3 border-b border-line px-4 py-1.5 text-sm last:border-0"
            >
              <span
                aria-hidden
                className={classes(
                  'size-2 shrink-0 rounded-full border',
                  present ? 'border-newborn bg-newborn' : 'border-edge',
                )}
              />
              <span className="min-w-0 flex-1">
                <span className={classes('block truncate font-medium', !present && 'text-muted')}>
                  <bdi>{member.nickname}</bdi>
                  {member.id === me?.id ? (
                    <span className="font-normal text-faint"> {livePeople.you}</span>
                  ) : null}
                </span>
                <span className="block truncate text-xs text-faint">
                  <code className="font-mono">{member.handle}</code>
                  {present
                    ? presence.get(member.id)?.typing === true
                      ? `, ${livePeople.typing}`
                      : ''
                    : `, ${livePeople.away}`}
                </span>
              </span>
              {member.team === null ? null : <Badge>{teamWords(member.team, all)}</Badge>}
              {member.extraTime === 1 ? null : (
                <Badge icon={Timer}>
                  <span className="sr-only">{livePeople.extraTime} </span>
                  {`× ${numbers.decimal(member.extraTime)}`}
                </Badge>
              )}
              {pens.includes(member.id) ? <Badge tone="mine">{livePeople.pen}</Badge> : null}
              {member.role === 'teacher' ? (
                <Badge tone="accent">{livePeople.teacher}</Badge>
              ) : (
                <span className="shrink-0 text-muted tabular">
                  {points.has(member.id) ? livePeople.points(points.get(member.id) ?? 0) : ''}
                </span>
              )}
              {onRemove === undefined || member.role === 'teacher' ? null : (
                <Menu
                  trigger={<IconButton icon={Ellipsis} size="sm" label={livePeople.more(member.nickname)} />}
                  items={[
                    ...(onPens === undefined
                      ? []
                      : [
                          pens.includes(member.id)
                            ? {
                                label: livePeople.takePen,
                                icon: PenOff,
                                onSelect: () => onPens(pens.filter((id) => id !== member.id)),
                              }
                            : {
                                label: livePeople.handPen,
                                icon: Pen,
                                onSelect: () => onPens([...pens, member.id]),
                              },
                        ]),
                    ...(onArrange === undefined
                      ? []
                      : EXTRA_TIMES.filter(({ factor }) => factor !== member.extraTime).map(
                          ({ factor, words }, index) => ({
                            label: livePeople[words],
                            icon: Timer,
                            separated: index === 0,
                            onSelect: () =>
                              onArrange({
                                kind: 'arrange',
                                member: member.id,
                                arrangement: { extraTime: factor },
                              }),
                          }),
                        )),
                    {
                      separated: true,
                      label: livePeople.removeFromLesson,
                      icon: UserRoundX,
                      danger: true,
                      onSelect: () => setDoomed(member),
                    },
                  ]}
                />
              )}
            </li>
          );
        })}
      </ul>
      <Confirm
        open={doomed !== null}
        onOpenChange={(open) => {
          if (!open) setDoomed(null);
        }}
        title={livePeople.removeWhom(doomed?.nickname ?? '')}
        action={livePeople.remove}
        danger
        onConfirm={() => {
          if (doomed !== null) onRemove?.(doomed);
        }}
      >
        <Sentence of={livePeople.removing(<code className="font-mono">{doomed?.handle}</code>)} />
      </Confirm>
    </>
  );
}
