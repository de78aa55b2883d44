import type { ReactNode } from 'react';
import { Speaks } from '../../../../../components/language/in-language.tsx';

/** Outside of what waits for the database: the page is taken over as a whole once its words have come. */
export default function Layout({ children }: { readonly children: ReactNode }) {
  return <Speaks books={['deck', 'teach']}>{children}</Speaks>;
}
