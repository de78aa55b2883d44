/** Making a question or a task. */
export { liveAsk } from '../live-ask.ts';
export { predict } from '../predict.ts';
export { readyTasks } from '../ready-tasks.ts';
