import type { Words } from '../words.ts';
import { design } from './design.ts';
import { home } from './home.ts';
import { liveAnswer } from './live-answer.ts';
import { liveAsk } from './live-ask.ts';
import { liveBar } from './live-bar.ts';
import { liveClass } from './live-class.ts';
import { liveDoor } from './live-door.ts';
import { livePeople } from './live-people.ts';
import { liveReveal } from './live-reveal.ts';
import { liveWall } from './live-wall.ts';
import { numbers } from './numbers.ts';
import { page } from './page.ts';
import { player } from './player.ts';
import { prompt } from './prompt.ts';
import { refusalDetails, refusals } from './refusals.ts';
import { replay } from './replay.ts';
import { review } from './review.ts';
import { sandbox } from './sandbox.ts';
import { scenario } from './scenario.ts';
import { teach } from './teach.ts';
import { transcript } from './transcript.ts';

export const de: Words = {
  design,
  home,
  liveAnswer,
  liveAsk,
  liveBar,
  liveClass,
  liveDoor,
  livePeople,
  liveReveal,
  liveWall,
  numbers,
  page,
  player,
  prompt,
  refusalDetails,
  refusals,
  replay,
  review,
  sandbox,
  scenario,
  teach,
  transcript,
};
