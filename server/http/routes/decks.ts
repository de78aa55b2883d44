/** The teacher's decks: list, make, read, save, delete. A save names the revision it changes, so that none is lost. */
import { z } from 'zod';
import { problemWords } from '../../../classroom/deck/problem.ts';
import { parseDeck } from '../../../classroom/deck/readDeck.ts';
import { DECK, type Deck } from '../../../classroom/protocol/deck.ts';
import { refuse } from '../../../classroom/protocol/refusal.ts';
import { createDeck, deleteDeck, listDecks, loadDeck, saveDeck } from '../../store/decks.ts';
import { asTeacher, type Context, withBody } from '../context.ts';
import { json, type Reply, type Request, type Route, refusalReply } from '../router.ts';

const makeShape = z.strictObject({ deck: z.unknown() });
const saveShape = z.strictObject({ deck: z.unknown(), revision: z.number().int().positive() });

/** Bytes; a text of DECK.size characters may need three of them each. */
const LARGEST = 3 * DECK.size;

export function deckRoutes(context: Context): Route[] {
  const { client, now } = context;
  const idOf = ({ params }: Request) => params.get('id') ?? '';

  /** A deck that may still have gaps, or a refusal that says where it is wrong. */
  async function withDeck(raw: unknown, work: (deck: Deck) => Promise<Reply>): Promise<Reply> {
    const parsed = parseDeck(raw);
    if (parsed.ok) return work(parsed.deck);
    const [first] = parsed.problems;
    return refusalReply(refuse(parsed.tooLarge ? 'tooLarge' : 'badShape', first && problemWords(first)));
  }

  return [
    {
      method: 'GET',
      pattern: '/api/decks',
      handle: (request) =>
        asTeacher(context, request, async (teacherId) => {
          const decks = await listDecks(client, teacherId);
          return json(200, {
            decks: decks.map(({ id, title, items, updatedAt }) => ({
              id,
              title,
              items,
              updatedAt: updatedAt.getTime(),
            })),
          });
        }),
    },
    {
      method: 'POST',
      pattern: '/api/decks',
      largest: LARGEST,
      handle: (request) =>
        asTeacher(context, request, (teacherId) =>
          withBody(makeShape, request, ({ deck: raw }) =>
            withDeck(raw, async (deck) => json(201, await createDeck(client, teacherId, deck, now()))),
          ),
        ),
    },
    {
      method: 'GET',
      pattern: '/api/decks/:id',
      handle: (request) =>
        asTeacher(context, request, async (teacherId) => {
          const found = await loadDeck(client, teacherId, idOf(request));
          return found === null ? refusalReply(refuse('notFound')) : json(200, found);
        }),
    },
    {
      method: 'POST',
      pattern: '/api/decks/:id',
      largest: LARGEST,
      handle: (request) =>
        asTeacher(context, request, (teacherId) =>
          withBody(saveShape, request, ({ deck: raw, revision }) =>
            withDeck(raw, async (deck) => {
              const saved = await saveDeck(client, teacherId, idOf(request), { deck, revision }, now());
              if (saved.kind === 'none') return refusalReply(refuse('notFound'));
              return saved.kind === 'stale'
                ? refusalReply(refuse('stale'))
                : json(200, { revision: saved.revision });
            }),
          ),
        ),
    },
    {
      method: 'DELETE',
      pattern: '/api/decks/:id',
      handle: (request) =>
        asTeacher(context, request, async (teacherId) =>
          (await deleteDeck(client, teacherId, idOf(request)))
            ? json(200, { ok: true })
            : refusalReply(refuse('notFound')),
        ),
    },
  ];
}
