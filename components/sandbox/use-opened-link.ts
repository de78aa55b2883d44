'use client';

import { useEffect, useState } from 'react';
import { parseInput } from '../../heap/index.ts';
import { useWords } from '../language/words.ts';
import { keptMoment } from '../review/sandbox-moment.ts';
import { type Bench, groundOf } from './bench.ts';
import { openHash } from './link.ts';

/** Puts on the bench what the address says, now and whenever it changes. Gives what is wrong with it, if anything. */
export function useOpenedLink(bench: Bench) {
  const words = useWords('sandbox').sandbox;
  const [broken, setBroken] = useState<string | null>(null);
  useEffect(() => {
    const open = async (name: string) => {
      const moment = await keptMoment(name);
      try {
        if (moment === null) throw new Error('not kept');
        const title = words.ground.moment(moment.title, moment.seq);
        bench.reset(groundOf(moment.machine, moment.module, title));
        setBroken(null);
      } catch {
        setBroken(words.link.momentGone);
      }
    };
    const read = () => {
      const moment = /^#moment=(\d+)$/.exec(location.hash)?.[1];
      if (moment !== undefined) {
        void open(moment);
        return;
      }
      const opened = openHash(location.hash, parseInput, words.link);
      setBroken(opened.kind === 'broken' ? opened.message : null);
      if (opened.kind === 'statements') bench.load(opened.statements);
      if (opened.kind === 'scenario') bench.open(opened.scenario);
    };
    read();
    addEventListener('hashchange', read);
    return () => removeEventListener('hashchange', read);
  }, [bench, words]);

  return [broken, setBroken] as const;
}
