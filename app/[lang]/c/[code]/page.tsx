import { Speaks } from '../../../../components/language/in-language.tsx';
import { ClassPage } from '../../../../components/live/class-page.tsx';
import { typedCode } from '../../../../components/live/classCode.ts';
import { titled } from '../../../titles.ts';

export const generateMetadata = titled((page) => ({ title: page.titles.class }));

export default async function Page({ params }: { readonly params: Promise<{ readonly code: string }> }) {
  const { code } = await params;
  return (
    <Speaks books={['door']}>
      <ClassPage code={typedCode(code.replaceAll('%20', ' '))} />
    </Speaks>
  );
}
