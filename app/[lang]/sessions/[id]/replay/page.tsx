import type { Metadata } from 'next';
import { ReplayPage } from '../../../../../components/review/replay-page.tsx';

export const metadata: Metadata = { title: 'Replay' };

export default async function Page({ params }: { readonly params: Promise<{ readonly id: string }> }) {
  const { id } = await params;
  return <ReplayPage session={id} />;
}
