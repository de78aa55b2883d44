'use client';

import { ChevronLeft, ChevronRight, Network } from 'lucide-react';
import { useEffect, useState } from 'react';
import type { Ack } from '../../classroom/protocol/messages.ts';
import type { ChallengeState } from '../../classroom/protocol/state.ts';
import { Button, IconButton } from '../design/button.tsx';
import { Empty } from '../design/empty.tsx';
import { Switch } from '../design/toggles.tsx';
import { useWords } from '../language/words.ts';
import type { CommandBody } from './connection.ts';
import { ForkDialog } from './fork-dialog.tsx';
import type { LiveWall } from './use-fork-wall.ts';
import { tileOf } from './wall.ts';
import { WallTile } from './wall-tile.tsx';

/** Cards on one page: as many as a screen can show, and no more than are run soon. */
export const WALL_PAGE = 24;

export interface ForkWallPaneProps {
  readonly wall: LiveWall;
  readonly challenge: ChallengeState;
  /** Names on the projector's tiles, where it follows. */
  readonly named: boolean;
  readonly onNamed: (named: boolean) => void;
  readonly projects: boolean;
  readonly send: (body: CommandBody) => Promise<Ack>;
  /** The heap of the class instead. */
  readonly onClose: () => void;
}

/** Everybody's fork in small, who is furthest first. For the teacher only. */
export function ForkWallPane({
  wall,
  challenge,
  named,
  onNamed,
  projects,
  send,
  onClose,
}: ForkWallPaneProps) {
  const { liveWall } = useWords('liveWall');
  const [page, setPage] = useState(0);
  const [looking, setLooking] = useState<string | null>(null);
  const { lines, show } = wall;
  const pages = Math.max(1, Math.ceil(lines.length / WALL_PAGE));
  const at = Math.min(page, pages - 1);
  const first = at * WALL_PAGE;
  const visible = lines.slice(first, first + WALL_PAGE);
  const members = visible.map(({ member }) => member).join(' ');
  useEffect(() => {
    show(members === '' ? [] : members.split(' '));
  }, [show, members]);
  const goals = wall.wall.task.goals.length;
  const begun = lines.filter(({ inputs }) => inputs.length > 0).length;
  const done = lines.filter(({ look }) => look !== null && look.met === goals).length;
  const chosen = lines.find(({ member }) => member === looking);
  return (
    <section
      aria-label={liveWall.label}
      className="flex h-full min-h-0 flex-col overflow-hidden bg-surface lg:rounded-xl lg:border lg:border-line"
    >
      <header className="flex min-h-11 shrink-0 flex-wrap items-center gap-x-4 gap-y-1 border-b border-line px-4 py-1.5">
        <h3 className="text-sm font-semibold">{liveWall.title}</h3>
        <p role="status" className="min-w-36 flex-1 text-sm text-muted tabular">
          {liveWall.atWork(begun, lines.length, done)}
        </p>
        {projects ? <Switch compact label={liveWall.named} checked={named} onChange={onNamed} /> : null}
        <Button size="sm" variant="quiet" icon={Network} onClick={onClose}>
          {liveWall.classHeap}
        </Button>
      </header>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls has to be reachable by keyboard */}
      <div className="min-h-0 flex-1 overflow-auto p-3 -outline-offset-2" tabIndex={0}>
        {lines.length === 0 ? (
          <Empty title={liveWall.nobody}>{liveWall.nobodyText}</Empty>
        ) : (
          <ul className="grid grid-cols-[repeat(auto-fill,minmax(11rem,1fr))] gap-3">
            {visible.map((line) => (
              <li key={line.member}>
                <button
                  type="button"
                  onClick={() => setLooking(line.member)}
                  className="flex w-full cursor-pointer flex-col gap-1.5 rounded-lg border border-line-strong bg-surface p-2.5 text-left text-sm hover:border-edge"
                >
                  <WallTile tile={tileOf(line, goals, true)} last={line.inputs.at(-1) ?? ''} />
                </button>
              </li>
            ))}
          </ul>
        )}
      </div>
      {pages === 1 ? null : (
        <footer className="flex min-h-11 shrink-0 items-center justify-center gap-2 border-t border-line">
          <IconButton
            icon={ChevronLeft}
            size="sm"
            label={liveWall.earlier}
            disabled={at === 0}
            onClick={() => setPage(at - 1)}
          />
          <p className="text-sm text-muted tabular">
            {liveWall.range(first + 1, first + visible.length, lines.length)}
          </p>
          <IconButton
            icon={ChevronRight}
            size="sm"
            label={liveWall.later}
            disabled={at === pages - 1}
            onClick={() => setPage(at + 1)}
          />
        </footer>
      )}
      {chosen === undefined ? null : (
        <ForkDialog
          wall={wall}
          challenge={challenge}
          line={chosen}
          send={send}
          onClose={() => setLooking(null)}
        />
      )}
    </section>
  );
}
