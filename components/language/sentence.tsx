import { createElement, Fragment, type ReactNode } from 'react';

/** A sentence with something in it that is drawn otherwise: a name, a number, a piece of code. */
export type Parts<T> = readonly (string | T)[];

export function Sentence({ of }: { readonly of: Parts<ReactNode> }) {
  return createElement(Fragment, null, ...of);
}
