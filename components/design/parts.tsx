'use client';

import { laterDialog } from './later.tsx';

export const Confirm = laterDialog([], () => import('./dialog.tsx').then((module) => module.Confirm));
