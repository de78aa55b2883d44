import { describe, expect, it } from 'vitest';
import { onPodium, type ScoreLine } from '../../components/live/members.ts';

const line = (id: string, rank: number, points: number): ScoreLine => ({
  id,
  rank,
  name: id,
  points,
  correct: 0,
  answered: 1,
  statements: 0,
});

describe('the podium', () => {
  it('holds three at most, whoever shares a rank', () => {
    const lines = [line('a', 1, 9), line('b', 1, 9), line('c', 3, 5), line('d', 3, 5)];
    expect(onPodium(lines).map(({ id }) => id)).toEqual(['a', 'b', 'c']);
  });

  it('is for those with points: who has none stands in the list', () => {
    const lines = [line('a', 1, 9), line('b', 2, 4), line('c', 3, 0)];
    expect(onPodium(lines).map(({ id }) => id)).toEqual(['a', 'b']);
  });
});
