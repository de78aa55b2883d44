import { ReviewPage } from '../../../../components/review/review.tsx';
import { titled } from '../../../titles.ts';

export const generateMetadata = titled((page) => ({ title: page.titles.lesson }));

export default async function Page({ params }: { readonly params: Promise<{ readonly id: string }> }) {
  const { id } = await params;
  return <ReviewPage session={id} />;
}
