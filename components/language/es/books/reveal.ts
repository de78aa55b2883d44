/** The result of a question. */
export { liveReveal } from '../live-reveal.ts';
export { reasons } from '../reasons.ts';
