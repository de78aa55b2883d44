'use client';

import { OpensLater } from './later.tsx';
import type { MenuProps } from './open-menu.tsx';

const load = () => import('./open-menu.tsx').then((module) => module.OpenMenu);

/** A button with a menu. */
export function Menu(props: MenuProps) {
  return <OpensLater kind="menu" load={load} part={props} />;
}
