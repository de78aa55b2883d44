import { Speaks } from '../../../../components/language/in-language.tsx';
import { ReviewPage } from '../../../../components/review/review.tsx';
import { titled } from '../../../titles.ts';

export const generateMetadata = titled((page) => ({ title: page.titles.lesson }));

export default async function Page({ params }: { readonly params: Promise<{ readonly id: string }> }) {
  const { id } = await params;
  return (
    <Speaks books={['class', 'deck', 'door', 'heap', 'replay', 'reveal', 'review']}>
      <ReviewPage session={id} />
    </Speaks>
  );
}
