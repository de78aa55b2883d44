import type { Metadata } from 'next';
import { ClassPage } from '../../../../components/live/class-page.tsx';
import { typedCode } from '../../../../components/live/classCode.ts';

export const metadata: Metadata = { title: 'Class' };

export default async function Page({ params }: { readonly params: Promise<{ readonly code: string }> }) {
  const { code } = await params;
  return <ClassPage code={typedCode(code.replaceAll('%20', ' '))} />;
}
