import { preload } from 'react-dom';
import { Speaks } from '../../../../../components/language/in-language.tsx';
import { FIRST, logAddress } from '../../../../../components/review/first-part.ts';
import { ReplayPage } from '../../../../../components/review/replay-page.tsx';
import { titled } from '../../../../titles.ts';

export const generateMetadata = titled((page) => ({ title: page.titles.replay }));

export default async function Page({ params }: { readonly params: Promise<{ readonly id: string }> }) {
  const { id } = await params;
  // Before any code is here that could ask for it.
  preload(logAddress(id, FIRST), { as: 'fetch', crossOrigin: 'anonymous' });
  return (
    <Speaks books={['door', 'review']}>
      <ReplayPage session={id} />
    </Speaks>
  );
}
