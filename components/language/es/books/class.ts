/** What members of a class read on their first screen. */
export { liveAnswer } from '../live-answer.ts';
export { liveClass } from '../live-class.ts';
export { livePeople } from '../live-people.ts';
