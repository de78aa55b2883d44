/** Where an answer is sent stays in sight, however long the question: at the lower edge of what scrolls. */
export const SEND_ROW =
  'sticky bottom-0 -mx-4 -mb-4 flex flex-wrap items-center gap-3 rounded-b-xl border-t border-line bg-surface px-4 py-3';
