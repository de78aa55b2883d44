'use client';

import { useEffect, useState, useSyncExternalStore } from 'react';
import { type LiveView, NOTHING } from './connection.ts';
import { LiveClassroom } from './liveClassroom.ts';

const nothing = () => NOTHING;

/** The live class behind a page: connected while the page shows it. */
export function useLiveClassroom(
  code: string,
  as: 'member' | 'viewer',
): { readonly live: LiveClassroom; readonly view: LiveView } {
  const [live] = useState(() => new LiveClassroom({ code, as }));
  const view = useSyncExternalStore(live.subscribe, live.view, nothing);
  useEffect(() => {
    live.open();
    return () => live.close();
  }, [live]);
  return { live, view };
}
