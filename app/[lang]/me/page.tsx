import { Speaks } from '../../../components/language/in-language.tsx';
import { Me } from '../../../components/review/me.tsx';
import { titled } from '../../titles.ts';

export const generateMetadata = titled((page) => ({ title: page.titles.results }));

export default function Page() {
  return (
    <Speaks books={['door', 'review']}>
      <Me />
    </Speaks>
  );
}
