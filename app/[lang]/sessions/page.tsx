import type { Metadata } from 'next';
import { Lessons } from '../../../components/review/lessons.tsx';
import { NotSignedIn } from '../../../components/teach/not-signed-in.tsx';
import { currentTeacher } from '../../database.ts';

export const metadata: Metadata = { title: 'Lessons' };

export default async function Page() {
  return (await currentTeacher()) === null ? <NotSignedIn /> : <Lessons />;
}
