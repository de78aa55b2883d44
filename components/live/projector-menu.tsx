'use client';

import { ExternalLink, Presentation } from 'lucide-react';
import { Popover } from 'radix-ui';
import { Badge } from '../design/badge.tsx';
import { Button, ButtonLink } from '../design/button.tsx';
import { Switch } from '../design/toggles.tsx';
import { useWords } from '../language/words.ts';
import type { Leading } from './use-focus.ts';

/** The wall of the classroom: opening it, and whether it shows what the teacher looks at. */
export function ProjectorMenu({ code, leading }: { readonly code: string; readonly leading: Leading }) {
  const { liveBar } = useWords('liveBar');
  return (
    <Popover.Root>
      <Popover.Trigger asChild>
        <Button size="sm" variant="quiet" icon={Presentation}>
          {liveBar.projector}
          {leading.on ? <Badge tone="mine">{liveBar.follows}</Badge> : null}
        </Button>
      </Popover.Trigger>
      <Popover.Portal>
        <Popover.Content
          align="start"
          sideOffset={6}
          aria-label={liveBar.projector}
          className="z-50 flex w-80 max-w-[calc(100vw-1rem)] flex-col gap-4 rounded-xl bg-raised p-4 shadow-high animate-fade-in"
        >
          <ButtonLink icon={ExternalLink} href={`/c/${code}/projector`} apart>
            {liveBar.openProjector}
          </ButtonLink>
          <Switch
            label={liveBar.followsMe}
            hint={liveBar.followsMeHint}
            checked={leading.on}
            onChange={leading.set}
          />
        </Popover.Content>
      </Popover.Portal>
    </Popover.Root>
  );
}
