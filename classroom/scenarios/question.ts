/** The closing question of a scenario as the challenge that it comes to. Nothing in it is shuffled or looked for. */
import { ASKS_OUTPUT, bankQuestion } from '../bank/item.ts';
import { type Asked, ask } from '../deck/ask.ts';
import type { Scenario } from './scenario.ts';

export function closingQuestion({ id, question }: Scenario, asksOutput = ASKS_OUTPUT): Asked {
  const locate = () => 'No scenario asks for an object.';
  return ask(bankQuestion({ id, about: [], ...question }, asksOutput), { shuffle: () => [], locate });
}
