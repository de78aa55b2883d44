import type { HeapView } from '../../heap/index.ts';

/** What can be written at a member's prompt: own names as they are, the others' through their module. */
export function promptNames(view: HeapView, me: string): readonly string[] {
  const own: string[] = [];
  const others: string[] = [];
  for (const namespace of view.namespaces) {
    if (namespace.kind !== 'module') continue;
    if (namespace.title === me) own.push(...namespace.names.map(({ name }) => name));
    else others.push(...namespace.names.map(({ name }) => `${namespace.title}.${name}`));
  }
  return [...own, ...others];
}
