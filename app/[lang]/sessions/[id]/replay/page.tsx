import { Speaks } from '../../../../../components/language/in-language.tsx';
import { ReplayPage } from '../../../../../components/review/replay-page.tsx';
import { titled } from '../../../../titles.ts';

export const generateMetadata = titled((page) => ({ title: page.titles.replay }));

export default async function Page({ params }: { readonly params: Promise<{ readonly id: string }> }) {
  const { id } = await params;
  return (
    <Speaks books={['door', 'review']}>
      <ReplayPage session={id} />
    </Speaks>
  );
}
