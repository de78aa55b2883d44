/**
 * The objects of a picture that one can point at, each called as the picture's program would write it: instances of
 * one class look alike otherwise. Serials are those of the picture, so that an answer is what the key names.
 */

import type { HeapView, ObjectView } from '../../heap/index.ts';
import { reachFrom } from '../expression.ts';
import { OWN_MODULE } from './run.ts';

/** What a program brings along and no question is about. */
const LASTING = new Set(['type', 'function', 'module', 'builtin_function_or_method']);
/** `<Node object>` says nothing that the type does not. */
export const SAYS_TYPE = /^<.*>$/;

export function isDrawn(object: ObjectView): boolean {
  return !object.builtin && !object.internal && !LASTING.has(object.type);
}

export function pointable(picture: HeapView): HeapView {
  const reach = reachFrom(picture, OWN_MODULE);
  return {
    ...picture,
    // Every object says itself how it is called.
    namespaces: [],
    objects: picture.objects.filter(isDrawn).map((object) => {
      const written = reach.get(object.serial)?.text;
      const repr =
        written === undefined
          ? object.repr
          : SAYS_TYPE.test(object.repr)
            ? written
            : `${written}: ${object.repr}`;
      // Nobody of the class made it.
      return { ...object, repr, owner: null };
    }),
  };
}

/** The picture without what its program only brings along: classes, functions, modules, and their names. */
export function withoutLasting(picture: HeapView): HeapView {
  const left = new Set(picture.objects.filter(({ type }) => LASTING.has(type)).map(({ serial }) => serial));
  return {
    ...picture,
    objects: picture.objects.filter(({ serial }) => !left.has(serial)),
    namespaces: picture.namespaces.map((space) => ({
      ...space,
      names: space.names.filter(({ target }) => !left.has(target)),
    })),
  };
}
