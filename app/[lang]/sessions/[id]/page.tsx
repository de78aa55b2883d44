import type { Metadata } from 'next';
import { ReviewPage } from '../../../../components/review/review.tsx';

export const metadata: Metadata = { title: 'Lesson' };

export default async function Page({ params }: { readonly params: Promise<{ readonly id: string }> }) {
  const { id } = await params;
  return <ReviewPage session={id} />;
}
