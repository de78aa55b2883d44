/**
 * Python with letters that run from right to left. Without isolation a browser turns round what stands between two such
 * words, so that `['אב', 1]` reads as `['1 ,'אב]`: each text and each name is shown on its own.
 */
const LEFTWARD = /[\p{Script=Arabic}\p{Script=Hebrew}\p{Script=Syriac}\p{Script=Thaana}\p{Script=Nko}]/u;
const TEXTS_AND_NAMES = /('(?:[^'\\]|\\.)*'|"(?:[^"\\]|\\.)*"|[_\p{ID_Start}]\p{ID_Continue}*)/u;

/** The pieces of a source or a repr: those at odd places are to be isolated. One piece where nothing runs leftward. */
export function pieces(text: string): readonly string[] {
  return LEFTWARD.test(text) ? text.split(TEXTS_AND_NAMES) : [text];
}
