import type { Metadata } from 'next';
import { ClassProgress } from '../../../../components/review/progress.tsx';

export const metadata: Metadata = { title: 'Progress' };

export default async function Page({ params }: { readonly params: Promise<{ readonly id: string }> }) {
  const { id } = await params;
  return <ClassProgress classroom={id} />;
}
