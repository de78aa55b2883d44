/** What a heap, its prompt and its transcript say, wherever one is shown. */
export { change } from '../change.ts';
export { graph } from '../graph.ts';
export { heap } from '../heap.ts';
export { prompt } from '../prompt.ts';
export { time } from '../time.ts';
export { transcript } from '../transcript.ts';
