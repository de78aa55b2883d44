'use client';

import { ExternalLink, Presentation } from 'lucide-react';
import { Popover } from 'radix-ui';
import { Badge } from '../design/badge.tsx';
import { Button, ButtonLink } from '../design/button.tsx';
import { Switch } from '../design/toggles.tsx';
import type { Leading } from './use-focus.ts';

/** The wall of the classroom: opening it, and whether it shows what the teacher looks at. */
export function ProjectorMenu({ code, leading }: { readonly code: string; readonly leading: Leading }) {
  return (
    <Popover.Root>
      <Popover.Trigger asChild>
        <Button size="sm" variant="quiet" icon={Presentation}>
          Projector
          {leading.on ? <Badge tone="mine">follows</Badge> : null}
        </Button>
      </Popover.Trigger>
      <Popover.Portal>
        <Popover.Content
          align="start"
          sideOffset={6}
          aria-label="Projector"
          className="z-50 flex w-80 max-w-[calc(100vw-1rem)] flex-col gap-4 rounded-xl bg-raised p-4 shadow-high animate-fade-in"
        >
          <ButtonLink icon={ExternalLink} href={`/c/${code}/projector`} apart>
            Open the projector
          </ButtonLink>
          <Switch
            label="It follows me"
            hint="It shows what you look at: the graph, memory, time or the wall of heaps, and the object that you have chosen"
            checked={leading.on}
            onChange={leading.set}
          />
        </Popover.Content>
      </Popover.Portal>
    </Popover.Root>
  );
}
