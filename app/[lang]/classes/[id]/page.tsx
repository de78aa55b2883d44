import { Speaks } from '../../../../components/language/in-language.tsx';
import { ClassProgress } from '../../../../components/review/progress.tsx';
import { titled } from '../../../titles.ts';

export const generateMetadata = titled((page) => ({ title: page.titles.progress }));

export default async function Page({ params }: { readonly params: Promise<{ readonly id: string }> }) {
  const { id } = await params;
  return (
    <Speaks books={['door', 'review']}>
      <ClassProgress classroom={id} />
    </Speaks>
  );
}
