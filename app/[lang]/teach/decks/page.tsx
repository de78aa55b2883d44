import type { Metadata } from 'next';
import { DeckList } from '../../../../components/teach/deck-list.tsx';
import { NotSignedIn } from '../../../../components/teach/not-signed-in.tsx';
import { currentTeacher, database } from '../../../database.ts';

export const metadata: Metadata = { title: 'Decks' };

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
