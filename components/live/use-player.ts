'use client';

import { useCallback, useEffect, useState } from 'react';
import type { PlayerPosition } from '../../classroom/protocol/messages.ts';
import { type RefusalWords, refusalWords } from '../language/refusal.ts';
import { useWords, type Words } from '../language/words.ts';
import { Playback } from '../player/playback.ts';
import { pastFault } from '../time/past-fault.ts';
import { type LiveView, PastRefused } from './connection.ts';
import type { LiveClassroom } from './liveClassroom.ts';
import { currentChallenge } from './round.ts';

export interface ClassPlayer {
  /** Null where nothing is played. */
  readonly position: PlayerPosition | null;
  /** Null while the collection is being run again. */
  readonly playback: Playback | null;
  /** Why it cannot be shown, or null. */
  readonly fault: string | null;
  /** The teacher shows something, whether or not this page follows. */
  readonly led: boolean;
  /** Somebody else moves it. */
  readonly follows: boolean;
  readonly open: (seq: number, collection: number) => void;
  /** The last collection that was asked for in entry seq, as soon as the entry is here. */
  readonly openLast: (seq: number) => void;
  readonly move: (step: number) => void;
  readonly close: () => void;
  /** A student looks around on their own, or follows the teacher again. */
  readonly follow: (follow: boolean) => void;
}

interface Loaded {
  readonly key: string;
  readonly playback: Playback | null;
  readonly fault: string | null;
}

function faultWords(error: unknown, words: RefusalWords & Pick<Words, 'time'>): string {
  if (error instanceof PastRefused) return refusalWords(words, error.refusal);
  return pastFault(error, words.time);
}

/** The player of a page: the teacher moves the class's, all others follow it or have one of their own. */
export function usePlayer(live: LiveClassroom, view: LiveView): ClassPlayer {
  const words = useWords('liveClass', 'limits', 'precisely', 'refusalDetails', 'refusals', 'time');
  const { state, me, player: shared } = view;
  const drives = me?.role === 'teacher';
  const [own, setOwn] = useState<PlayerPosition | null>(null);
  const [alone, setAlone] = useState(false);
  const [wanted, setWanted] = useState<number | null>(null);
  const [loaded, setLoaded] = useState<Loaded | null>(null);

  // A player that the teacher opens is followed, whatever one looked at before.
  const [wasShared, setWasShared] = useState(false);
  if (wasShared !== (shared !== null)) {
    setWasShared(shared !== null);
    setAlone(false);
    if (shared !== null) setOwn(null);
  }

  const challenged = state !== null && currentChallenge(state) !== null;
  const follows = !drives && shared !== null && !alone;
  const chosen = drives || follows ? shared : own;
  const here = chosen !== null && state !== null && state.seq >= chosen.seq && !challenged;
  const position = here ? chosen : null;
  const seq = position?.seq ?? null;
  const collection = position?.collection ?? 0;
  const key = seq === null ? '' : `${seq}/${collection}`;

  useEffect(() => {
    if (seq === null) return;
    let current = true;
    live.film(seq, collection).then(
      (film) => {
        if (!current) return;
        const playback = film === null ? null : new Playback(film);
        setLoaded({ key, playback, fault: film === null ? words.liveClass.playing.none : null });
      },
      (error: unknown) => {
        if (current) setLoaded({ key, playback: null, fault: faultWords(error, words) });
      },
    );
    return () => {
      current = false;
    };
  }, [live, key, seq, collection, words]);

  const goTo = useCallback(
    (next: PlayerPosition | null) => {
      if (drives) live.showPlayer(next);
      else setOwn(next);
    },
    [drives, live],
  );
  const open = useCallback(
    (at: number, index: number) => goTo({ seq: at, collection: index, step: 0 }),
    [goTo],
  );

  const line = wanted === null ? undefined : state?.transcript.find((one) => one.seq === wanted);
  useEffect(() => {
    if (line === undefined) return;
    setWanted(null);
    const last = line.collections.findLastIndex((one) => !one.automatic);
    if (last !== -1) open(line.seq, last);
  }, [line, open]);

  const ready = loaded !== null && loaded.key === key ? loaded : null;
  return {
    position,
    playback: ready?.playback ?? null,
    fault: ready?.fault ?? null,
    led: shared !== null,
    follows,
    open,
    openLast: setWanted,
    move: useCallback(
      (step: number) => {
        if (seq !== null) goTo({ seq, collection, step });
      },
      [seq, collection, goTo],
    ),
    close: useCallback(() => goTo(null), [goTo]),
    follow: useCallback(
      (follow: boolean) => {
        setAlone(!follow);
        setOwn(follow ? null : shared);
      },
      [shared],
    ),
  };
}
