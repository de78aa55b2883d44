'use client';

import { useEffect, useState } from 'react';
import { parseInput } from '../../heap/index.ts';
import { useWords } from '../language/words.ts';
import { keptMoment } from '../review/sandbox-moment.ts';
import { type Bench, groundOf } from './bench.ts';

/** Packing and unpacking of links, with the library of scenarios; null where it cannot be loaded. */
export function loadLink() {
  return import('./link.ts').catch(() => null);
}

/** Puts on the bench what the address says, now and whenever it changes. Gives what is wrong with it, if anything. */
export function useOpenedLink(bench: Bench) {
  const { sandbox: words, design } = useWords('sandbox', 'design');
  const { notLoaded, offline } = design;
  const [broken, setBroken] = useState<string | null>(null);
  useEffect(() => {
    const open = async (name: string) => {
      const moment = await keptMoment(name);
      if (moment === null) {
        setBroken(words.link.momentGone);
        return;
      }
      const title = words.ground.moment(moment.title, moment.seq);
      try {
        bench.reset(groundOf(moment.machine, moment.module, title));
        setBroken(null);
      } catch {
        setBroken(words.link.momentOlder(title));
      }
    };
    const follow = async (hash: string) => {
      const link = hash.length > 1 ? await loadLink() : undefined;
      if (hash !== location.hash) return;
      const opened = link?.openHash(hash, parseInput, words.link);
      if (link === null) setBroken(`${notLoaded}. ${offline}`);
      else setBroken(opened?.kind === 'broken' ? opened.message : null);
      if (opened?.kind === 'statements') bench.load(opened.statements);
      if (opened?.kind === 'scenario') bench.open(opened.scenario);
    };
    const read = () => {
      const moment = /^#moment=(\d+)$/.exec(location.hash)?.[1];
      if (moment !== undefined) {
        void open(moment);
        return;
      }
      void follow(location.hash);
    };
    read();
    addEventListener('hashchange', read);
    return () => removeEventListener('hashchange', read);
  }, [bench, words, notLoaded, offline]);

  return [broken, setBroken] as const;
}
