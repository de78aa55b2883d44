/** Whether a class may see this name: the filter is the maintained English data set, its decision is final here. */
import { englishDataset, englishRecommendedTransformers, RegExpMatcher } from 'obscenity';
import { MAX } from '../../classroom/protocol/shapes.ts';

const matcher = new RegExpMatcher({ ...englishDataset.build(), ...englishRecommendedTransformers });

/**
 * Characters that are not seen, or that turn the text around them: they imitate other people's names. The two joiners
 * are spelling in Persian and in India, so that they stay.
 */
const INVISIBLE = /(?![\u200C\u200D])[\p{Cc}\p{Cf}\p{Cs}\p{Co}\p{Cn}\u2028\u2029]/u;

/** The name as it is shown (spaces tidied), or null where it is refused. */
export function acceptedNickname(typed: string): string | null {
  const name = typed.normalize('NFC').trim().replace(/\s+/g, ' ');
  if (name.length < 1 || name.length > MAX.nickname) return null;
  if (INVISIBLE.test(name) || !/\p{L}/u.test(name)) return null;
  return matcher.hasMatch(name) ? null : name;
}
