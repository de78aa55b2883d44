import { pieces } from './either-way.ts';

/** What Python says of an object, readable in whatever direction its letters run. */
export function Repr({ text }: { readonly text: string }) {
  return pieces(text).map((piece, at) =>
    at % 2 === 0 ? (
      piece
    ) : (
      // biome-ignore lint/suspicious/noArrayIndexKey: pieces of one text have no other name
      <span key={at} className="[unicode-bidi:isolate]">
        {piece}
      </span>
    ),
  );
}
