import { notFound } from 'next/navigation';
import { deckShape } from '../../../../../classroom/protocol/deck.ts';
import { DeckEditor } from '../../../../../components/deck/deck-editor.tsx';
import { Speaks } from '../../../../../components/language/in-language.tsx';
import { NotSignedIn } from '../../../../../components/teach/not-signed-in.tsx';
import { currentTeacher, database } from '../../../../database.ts';
import { titled } from '../../../../titles.ts';

export const generateMetadata = titled((page) => ({ title: page.titles.deck }));

export default async function DeckPage({ params }: { readonly params: Promise<{ readonly id: string }> }) {
  const teacher = await currentTeacher();
  const { id } = await params;
  return (
    <Speaks books={['asking', 'bank', 'class', 'deck', 'heap', 'teach']}>
      {teacher === null ? <NotSignedIn /> : <DeckEditor id={id} stored={await storedDeck(id, teacher.id)} />}
    </Speaks>
  );
}

async function storedDeck(id: string, teacherId: string) {
  const row = await database().deck.findFirst({ where: { id, teacherId } });
  if (row === null) notFound();
  return { deck: deckShape.parse(row.body), revision: row.revision };
}
