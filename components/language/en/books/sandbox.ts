/** The sandbox and the tour through it. */
export { sandbox } from '../sandbox.ts';
export { tour } from '../tour.ts';
