import { Speaks } from '../../../../../components/language/in-language.tsx';
import { FIRST, logAddress } from '../../../../../components/review/first-part.ts';
import { ReplayPage } from '../../../../../components/review/replay-page.tsx';
import { titled } from '../../../../titles.ts';

export const generateMetadata = titled((page) => ({ title: page.titles.replay }));

export default async function Page({ params }: { readonly params: Promise<{ readonly id: string }> }) {
  const { id } = await params;
  return (
    <Speaks books={['class', 'door', 'heap', 'replay', 'review']}>
      {/* Asked for before any code is here that could. */}
      <link rel="preload" as="fetch" href={logAddress(id, FIRST)} crossOrigin="anonymous" />
      <ReplayPage session={id} />
    </Speaks>
  );
}
