import type { Metadata } from 'next';
import { typedCode } from '../../../../../components/live/classCode.ts';
import { ProjectorPage } from '../../../../../components/live/projector-page.tsx';

export const metadata: Metadata = { title: 'Projector' };

export default async function Page({ params }: { readonly params: Promise<{ readonly code: string }> }) {
  const { code } = await params;
  return <ProjectorPage code={typedCode(code.replaceAll('%20', ' '))} />;
}
