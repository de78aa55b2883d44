import { Speaks } from '../../../components/language/in-language.tsx';
import { Lessons } from '../../../components/review/lessons.tsx';
import { NotSignedIn } from '../../../components/teach/not-signed-in.tsx';
import { currentTeacher } from '../../database.ts';
import { titled } from '../../titles.ts';

export const generateMetadata = titled((page) => ({ title: page.titles.lessons }));

export default async function Page() {
  const teacher = await currentTeacher();
  return (
    <Speaks books={['door', 'review', 'teach']}>{teacher === null ? <NotSignedIn /> : <Lessons />}</Speaks>
  );
}
