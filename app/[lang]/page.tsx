import { Home } from '../../components/home/home.tsx';
import { wordsOf } from '../../components/language/all.ts';
import { Speaks } from '../../components/language/in-language.tsx';

export default async function HomePage({ params }: { readonly params: Promise<{ readonly lang: string }> }) {
  const { lang } = await params;
  return (
    <Speaks books={['home']}>
      <Home words={wordsOf(lang)} />
    </Speaks>
  );
}
