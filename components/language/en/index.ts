import { design } from './design.ts';
import { home } from './home.ts';
import { liveDoor } from './live-door.ts';
import { livePeople } from './live-people.ts';
import { numbers } from './numbers.ts';
import { page } from './page.ts';
import { refusalDetails, refusals } from './refusals.ts';

export const en = {
  design,
  home,
  liveDoor,
  livePeople,
  numbers,
  page,
  refusalDetails,
  refusals,
};
