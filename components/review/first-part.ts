/** So many entries come first: enough to show the beginning, few enough to be here at once. */
export const FIRST_PART = 200;
