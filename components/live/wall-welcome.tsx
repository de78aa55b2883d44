'use client';

import { Users } from 'lucide-react';
import type { ClassState } from '../../classroom/protocol/state.ts';
import { Badge } from '../design/badge.tsx';
import { useWords } from '../language/words.ts';
import { spacedCode } from './classCode.ts';
import type { LiveView } from './connection.ts';
import { ConnectionBadge } from './connection-banner.tsx';
import { students } from './members.ts';
import { QrCode } from './qr-code.tsx';
import type { AboutRoom } from './request.ts';

/** Names that are shown; the others are counted. */
const NAMED = 48;

/** The wall until somebody has said something: how to come in, and who has. */
export function WallWelcome({
  room,
  address,
  state,
  view,
}: {
  readonly room: AboutRoom;
  readonly address: string;
  readonly state: ClassState;
  readonly view: LiveView;
}) {
  const { liveWall, livePeople } = useWords('liveWall', 'livePeople');
  const all = students(state);
  return (
    <main id="main" className="flex min-h-dvh flex-col items-center justify-center gap-14 p-10">
      <h1 className="max-w-full truncate text-3xl font-semibold tracking-tight">{room.classroom}</h1>
      <div className="flex flex-wrap items-center justify-center gap-x-16 gap-y-8">
        <QrCode text={address} className="size-72 shrink-0" />
        <dl className="flex min-w-0 flex-col gap-6">
          <div>
            <dt className="text-lg text-muted">{liveWall.openThis}</dt>
            <dd className="text-3xl font-medium break-all">{location.host}</dd>
          </div>
          <div>
            <dt className="text-lg text-muted">{liveWall.typeThis}</dt>
            <dd className="font-mono text-[clamp(4rem,8vw,9rem)] leading-none font-medium tracking-wide whitespace-nowrap">
              {spacedCode(room.code)}
            </dd>
          </div>
        </dl>
      </div>
      <div className="flex min-h-24 w-full max-w-6xl flex-col items-center gap-4">
        <p role="status" className="flex items-center gap-3 text-lg text-muted">
          <Users aria-hidden className="size-6" />
          <span className="tabular">{liveWall.students(all.length)}</span>
          {view.connection.kind === 'live' ? null : <ConnectionBadge connection={view.connection} />}
        </p>
        <ul aria-label={livePeople.here} className="flex flex-wrap justify-center gap-2.5">
          {all.slice(0, NAMED).map(({ id, nickname }) => (
            <li key={id} className="animate-born">
              <Badge tone="accent" className="max-w-80 px-3 py-1 text-base!">
                <span className="truncate">{nickname}</span>
              </Badge>
            </li>
          ))}
          {all.length > NAMED ? (
            <li>
              <Badge className="px-3 py-1 text-base!">{livePeople.andMore(all.length - NAMED)}</Badge>
            </li>
          ) : null}
        </ul>
      </div>
    </main>
  );
}
