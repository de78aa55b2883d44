import { describe, expect, it } from 'vitest';
import { counterSentence } from '../../components/heap/collector-words.ts';
import { en } from '../../components/language/en/index.ts';
import { heap } from './views.ts';

// gc_alloc and gc_collect_generations (Modules/gcmodule.c): a generation is due when its count EXCEEDS its threshold,
// and the oldest only when long_lived_pending is at least a quarter of long_lived_total.
describe('what the lanes say about the next collection', () => {
  const quiet = heap([], []).collector;
  it('counts the allocations that are left, the one that triggers included', () => {
    expect(counterSentence({ ...quiet, counts: [700, 0, 0] }, 0, en.collector)).toContain(
      'when 1 more object is allocated',
    );
    expect(counterSentence({ ...quiet, counts: [0, 0, 0] }, 0, en.collector)).toContain(
      'when 701 more objects are allocated',
    );
  });
  it('says what the oldest generation waits for', () => {
    expect(counterSentence({ ...quiet, longLivedPending: 100 }, 2, en.collector)).toContain(
      '100 pending, 1,232 needed',
    );
    expect(
      counterSentence({ ...quiet, longLivedPending: 1232, counts: [0, 0, 4] }, 2, en.collector),
    ).toContain('after 7 more');
  });
  it('says when nothing happens by itself', () => {
    expect(counterSentence({ ...quiet, enabled: false }, 0, en.collector)).toContain('switched off');
    expect(counterSentence({ ...quiet, thresholds: [0, 10, 10] }, 1, en.collector)).toContain('Threshold 0');
  });
});
