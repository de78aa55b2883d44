'use client';

import { Presentation } from 'lucide-react';
import { Badge } from '../design/badge.tsx';
import { Button } from '../design/button.tsx';
import { OpensLater } from '../design/later.tsx';
import { useWords } from '../language/words.ts';
import type { Leading } from './use-focus.ts';

const load = () => import('./open-projector.tsx').then((module) => module.OpenProjector);

export interface ProjectorMenuProps {
  readonly code: string;
  readonly leading: Leading;
}

/** The wall of the classroom: opening it, and whether it shows what the teacher looks at. */
export function ProjectorMenu({ code, leading }: ProjectorMenuProps) {
  const { liveBar } = useWords('liveBar');
  const trigger = (
    <Button size="sm" variant="quiet" icon={Presentation}>
      {liveBar.projector}
      {leading.on ? <Badge tone="mine">{liveBar.follows}</Badge> : null}
    </Button>
  );
  return <OpensLater kind="dialog" load={load} part={{ trigger, code, leading }} />;
}
