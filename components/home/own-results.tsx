'use client';

import { Award } from 'lucide-react';
import { useEffect, useState } from 'react';
import { ButtonLink } from '../design/button.tsx';
import { useWords } from '../language/words.ts';
import { askHasResults } from '../review/past.ts';

/** The way to one's own results, for who has been in a lesson in this browser. The page itself is the same for all. */
export function OwnResults() {
  const { home } = useWords('home');
  const [found, setFound] = useState(false);
  useEffect(() => {
    let wanted = true;
    void askHasResults().then((answer) => {
      if (wanted) setFound(answer.ok && answer.value.lessons > 0);
    });
    return () => {
      wanted = false;
    };
  }, []);
  return found ? (
    <ButtonLink href="/me" variant="quiet" size="sm" icon={Award}>
      <span className="max-sm:sr-only">{home.results}</span>
    </ButtonLink>
  ) : null;
}
