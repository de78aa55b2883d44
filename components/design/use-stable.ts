'use client';

import { useCallback, useLayoutEffect, useRef } from 'react';

/** The same function for as long as the component lives; it does what it was last given. For parts that are memoised. */
export function useStable<Given extends readonly unknown[], Result>(
  work: (...given: Given) => Result,
): (...given: Given) => Result {
  const latest = useRef(work);
  useLayoutEffect(() => {
    latest.current = work;
  });
  return useCallback((...given: Given) => latest.current(...given), []);
}
