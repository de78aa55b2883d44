const LETTERS = 'ABCDEFGH';

/** What a class calls an option when it talks about it. Screen readers are told its text, in the same order. */
export function OptionLetter({ index }: { readonly index: number }) {
  return (
    <span
      aria-hidden
      className="inline-flex size-[1.6em] shrink-0 items-center justify-center rounded-md bg-sunken font-mono text-[0.92em] font-semibold text-muted"
    >
      {LETTERS.charAt(index)}
    </span>
  );
}
