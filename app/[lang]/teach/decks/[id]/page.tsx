import { notFound } from 'next/navigation';
import { deckShape } from '../../../../../classroom/protocol/deck.ts';
import { DeckEditor } from '../../../../../components/deck/deck-editor.tsx';
import { NotSignedIn } from '../../../../../components/teach/not-signed-in.tsx';
import { currentTeacher, database } from '../../../../database.ts';
import { titled } from '../../../../titles.ts';

export const generateMetadata = titled((page) => ({ title: page.titles.deck }));

export default async function DeckPage({ params }: { readonly params: Promise<{ readonly id: string }> }) {
  const teacher = await currentTeacher();
  if (teacher === null) return <NotSignedIn />;
  const { id } = await params;
  const row = await database().deck.findFirst({ where: { id, teacherId: teacher.id } });
  if (row === null) notFound();
  return <DeckEditor id={id} stored={{ deck: deckShape.parse(row.body), revision: row.revision }} />;
}
