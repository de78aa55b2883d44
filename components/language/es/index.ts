import type { Words } from '../words.ts';
import { bankTexts } from './bank-texts.ts';
import { change } from './change.ts';
import { collector } from './collector.ts';
import { deck } from './deck.ts';
import { design } from './design.ts';
import { graph } from './graph.ts';
import { heap } from './heap.ts';
import { home } from './home.ts';
import { inspector } from './inspector.ts';
import { liveAnswer } from './live-answer.ts';
import { liveAsk } from './live-ask.ts';
import { liveBar } from './live-bar.ts';
import { liveClass } from './live-class.ts';
import { liveDoor } from './live-door.ts';
import { livePeople } from './live-people.ts';
import { liveReveal } from './live-reveal.ts';
import { liveWall } from './live-wall.ts';
import { memory } from './memory.ts';
import { numbers } from './numbers.ts';
import { page } from './page.ts';
import { player } from './player.ts';
import { predict } from './predict.ts';
import { prompt } from './prompt.ts';
import { readyTasks } from './ready-tasks.ts';
import { reasons } from './reasons.ts';
import { limits, precisely, refusalDetails, refusals } from './refusals.ts';
import { replay } from './replay.ts';
import { review } from './review.ts';
import { sandbox } from './sandbox.ts';
import { scenario } from './scenario.ts';
import { scenarioTexts } from './scenario-texts.ts';
import { teach } from './teach.ts';
import { time } from './time.ts';
import { tour } from './tour.ts';
import { transcript } from './transcript.ts';

export const es: Words = {
  bankTexts,
  change,
  collector,
  deck,
  design,
  graph,
  heap,
  home,
  inspector,
  limits,
  liveAnswer,
  liveAsk,
  liveBar,
  liveClass,
  liveDoor,
  livePeople,
  liveReveal,
  liveWall,
  memory,
  numbers,
  page,
  player,
  precisely,
  predict,
  prompt,
  readyTasks,
  reasons,
  refusalDetails,
  refusals,
  replay,
  review,
  sandbox,
  scenario,
  scenarioTexts,
  teach,
  time,
  tour,
  transcript,
};
