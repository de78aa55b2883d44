import { Speaks } from '../../../../components/language/in-language.tsx';
import { DeckList } from '../../../../components/teach/deck-list.tsx';
import { NotSignedIn } from '../../../../components/teach/not-signed-in.tsx';
import { currentTeacher, database } from '../../../database.ts';
import { titled } from '../../../titles.ts';

export const generateMetadata = titled((page) => ({ title: page.titles.decks }));

export default async function DecksPage() {
  const teacher = await currentTeacher();
  return (
    <Speaks books={['deck', 'teach']}>
      {teacher === null ? <NotSignedIn /> : <DeckList decks={await decksOf(teacher.id)} />}
    </Speaks>
  );
}

async function decksOf(teacherId: string) {
  const rows = await database().deck.findMany({
    where: { teacherId },
    orderBy: [{ updatedAt: 'desc' }, { id: 'asc' }],
    select: { id: true, title: true, items: true, updatedAt: true },
  });
  return rows.map((row) => ({ ...row, updatedAt: row.updatedAt.getTime() }));
}
