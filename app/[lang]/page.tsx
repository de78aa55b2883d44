import { Home } from '../../components/home/home.tsx';
import { wordsOf } from '../../components/language/all.ts';

export default async function HomePage({ params }: { readonly params: Promise<{ readonly lang: string }> }) {
  const { lang } = await params;
  return <Home words={wordsOf(lang).home} />;
}
