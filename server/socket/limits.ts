/** How much one person may ask for. Counted per person, not per address: a whole school may share one address. */
import { RateLimiterMemory } from 'rate-limiter-flexible';

export interface Limits {
  readonly command: RateLimiterMemory;
  readonly resync: RateLimiterMemory;
  readonly presence: RateLimiterMemory;
  readonly connect: RateLimiterMemory;
  readonly join: RateLimiterMemory;
  readonly signIn: RateLimiterMemory;
}

export function createLimits(): Limits {
  return {
    // Typing and a script pasted line by line fit; a loop that sends does not.
    command: new RateLimiterMemory({ points: 60, duration: 3 }),
    resync: new RateLimiterMemory({ points: 20, duration: 10 }),
    presence: new RateLimiterMemory({ points: 40, duration: 2 }),
    // By address for those without a cookie: several classes behind one address come in together.
    connect: new RateLimiterMemory({ points: 1200, duration: 30 }),
    join: new RateLimiterMemory({ points: 1200, duration: 60 }),
    signIn: new RateLimiterMemory({ points: 30, duration: 60 }),
  };
}

export async function within(limiter: RateLimiterMemory, key: string): Promise<boolean> {
  try {
    await limiter.consume(key);
    return true;
  } catch (rejected) {
    // The library rejects with its result object when the limit is reached and with an Error when it is broken.
    if (rejected instanceof Error) throw rejected;
    return false;
  }
}
