import { DeckList } from '../../../../../components/teach/deck-list.tsx';
import { NotSignedIn } from '../../../../../components/teach/not-signed-in.tsx';
import { currentTeacher, database } from '../../../../database.ts';
import { titled } from '../../../../titles.ts';

export const generateMetadata = titled((page) => ({ title: page.titles.decks }));

export default async function DecksPage() {
  const teacher = await currentTeacher();
  if (teacher === null) return <NotSignedIn />;
  const rows = await database().deck.findMany({
    where: { teacherId: teacher.id },
    orderBy: [{ updatedAt: 'desc' }, { id: 'asc' }],
    select: { id: true, title: true, items: true, updatedAt: true },
  });
  return <DeckList decks={rows.map((row) => ({ ...row, updatedAt: row.updatedAt.getTime() }))} />;
}
