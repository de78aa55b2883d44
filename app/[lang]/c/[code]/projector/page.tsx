import { Speaks } from '../../../../../components/language/in-language.tsx';
import { typedCode } from '../../../../../components/live/classCode.ts';
import { ProjectorPage } from '../../../../../components/live/projector-page.tsx';
import { titled } from '../../../../titles.ts';

export const generateMetadata = titled((page) => ({ title: page.titles.projector }));

export default async function Page({ params }: { readonly params: Promise<{ readonly code: string }> }) {
  const { code } = await params;
  return (
    <Speaks books={['door']}>
      <ProjectorPage code={typedCode(code.replaceAll('%20', ' '))} />
    </Speaks>
  );
}
