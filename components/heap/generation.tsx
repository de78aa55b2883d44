import type { ObjectView } from '../../heap/index.ts';
import { classes } from '../design/classes.ts';
import { useWords } from '../language/words.ts';

const FILLS = ['bg-gen0', 'bg-gen1', 'bg-gen2'] as const;

/** Three cells of which the generation's own is filled: position and colour say the same. */
export function GenerationPips({ generation }: { readonly generation: ObjectView['generation'] }) {
  return (
    <span aria-hidden className="own-colours inline-flex gap-0.5">
      {FILLS.map((fill, at) => (
        <span
          key={fill}
          className={classes(
            'size-2 rounded-[2px] border',
            generation === at ? `${fill} border-ink/70` : 'border-edge/60',
          )}
        />
      ))}
    </span>
  );
}

export function Generation({ object }: { readonly object: Pick<ObjectView, 'generation' | 'tracked'> }) {
  const { heap } = useWords('heap');
  return (
    <span className="inline-flex items-center gap-1.5 whitespace-nowrap">
      {object.generation === null || object.generation === 'permanent' ? null : (
        <GenerationPips generation={object.generation} />
      )}
      {heap.generationOf(object)}
    </span>
  );
}
