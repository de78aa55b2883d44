'use client';

import { ExternalLink } from 'lucide-react';
import { ButtonLink } from '../design/button.tsx';
import type { Opener } from '../design/later.tsx';
import { OpenPopover } from '../design/open-popover.tsx';
import { Switch } from '../design/toggles.tsx';
import { useWords } from '../language/words.ts';
import type { ProjectorMenuProps } from './projector-menu.tsx';

export function OpenProjector({ code, leading, ...opener }: ProjectorMenuProps & Opener) {
  const { liveBar } = useWords('liveBar');
  return (
    <OpenPopover label={liveBar.projector} {...opener}>
      <ButtonLink icon={ExternalLink} href={`/c/${code}/projector`} apart>
        {liveBar.openProjector}
      </ButtonLink>
      <Switch
        label={liveBar.followsMe}
        hint={liveBar.followsMeHint}
        checked={leading.on}
        onChange={leading.set}
      />
    </OpenPopover>
  );
}
