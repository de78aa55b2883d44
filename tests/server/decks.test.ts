/** Decks over HTTP, with the real database: who may, what is refused, and that no save is lost. */
import { expect, test } from 'vitest';
import { z } from 'zod';
import { BANK, bankQuestion } from '../../classroom/bank/index.ts';
import type { Deck } from '../../classroom/protocol/deck.ts';
import { createDeck, listDecks, loadDeck, saveDeck } from '../../server/store/decks.ts';
import { migratedDatabase } from './databases.ts';
import { Person, serverOfThisFile, signedInTeacher } from './lesson.ts';

const running = serverOfThisFile();
const madeShape = z.object({ id: z.string(), revision: z.number() });

/** Every question of the bank: a large deck that is a real one. */
const DECK: Deck = {
  heaproom: 'deck',
  version: 1,
  title: 'The bank',
  items: BANK.flatMap(({ items }) => items.map((item) => bankQuestion(item))),
};

async function made(deck: Deck = DECK) {
  const teacher = await signedInTeacher(running());
  const answer = await teacher.request('POST', '/api/decks', { deck });
  expect(answer.status).toBe(201);
  return { teacher, ...madeShape.parse(answer.json()) };
}

test('a deck is made, read, saved, listed and deleted', async () => {
  const { teacher, id, revision } = await made();
  expect((await teacher.request('GET', `/api/decks/${id}`)).json()).toEqual({ deck: DECK, revision });
  const renamed = { ...DECK, title: 'Renamed', items: DECK.items.slice(1) };
  const saved = await teacher.request('POST', `/api/decks/${id}`, { deck: renamed, revision });
  expect(saved.json()).toEqual({ revision: revision + 1 });
  expect((await teacher.request('GET', `/api/decks/${id}`)).json()).toEqual({
    deck: renamed,
    revision: revision + 1,
  });
  expect((await teacher.request('GET', '/api/decks')).json()).toMatchObject({
    decks: [{ id, title: 'Renamed', items: DECK.items.length - 1 }],
  });
  expect((await teacher.request('DELETE', `/api/decks/${id}`)).status).toBe(200);
  expect((await teacher.request('GET', `/api/decks/${id}`)).status).toBe(404);
  expect((await teacher.request('DELETE', `/api/decks/${id}`)).status).toBe(404);
  expect((await teacher.request('GET', '/api/decks')).json()).toEqual({ decks: [] });
});

test('a save over a newer deck is refused, and the newer one stays', async () => {
  const { teacher, id, revision } = await made();
  const mine = { ...DECK, title: 'Mine' };
  const theirs = { ...DECK, title: 'Theirs' };
  expect((await teacher.request('POST', `/api/decks/${id}`, { deck: theirs, revision })).status).toBe(200);
  const late = await teacher.request('POST', `/api/decks/${id}`, { deck: mine, revision });
  expect(late.status).toBe(409);
  expect(late.json()).toMatchObject({ error: 'stale', message: expect.stringContaining('another') });
  expect((await teacher.request('GET', `/api/decks/${id}`)).json()).toEqual({
    deck: theirs,
    revision: revision + 1,
  });
  const again = await teacher.request('POST', `/api/decks/${id}`, { deck: mine, revision: revision + 1 });
  expect(again.status).toBe(200);
});

test('only the signed-in teacher, and only from our own pages', async () => {
  const { id, revision, teacher } = await made();
  const stranger = new Person(running().url);
  for (const [method, path, body] of [
    ['GET', '/api/decks', undefined],
    ['POST', '/api/decks', { deck: DECK }],
    ['GET', `/api/decks/${id}`, undefined],
    ['POST', `/api/decks/${id}`, { deck: DECK, revision }],
    ['DELETE', `/api/decks/${id}`, undefined],
  ] as const) {
    const answer = await stranger.request(method, path, body);
    expect([answer.status, answer.json()]).toEqual([401, expect.objectContaining({ error: 'notSignedIn' })]);
    if (method === 'GET') continue;
    const elsewhere = await teacher.request(method, path, body, { Origin: 'https://elsewhere.example' });
    expect(elsewhere.json()).toMatchObject({ error: 'wrongOrigin' });
  }
  expect((await teacher.request('GET', `/api/decks/${id}`)).json()).toEqual({ deck: DECK, revision });
});

test('what is no deck is refused with its place, and nothing is stored', async () => {
  const { teacher, id, revision } = await made();
  const count = () => running().installation.database.client.deck.count();
  const before = await count();
  const [first, ...rest] = DECK.items;
  const long = { ...first, prompt: 'x'.repeat(2001) };
  for (const [deck, status, message] of [
    [
      { ...DECK, items: [...rest, long] },
      400,
      `Question ${DECK.items.length}, prompt: This is too long: 2000 characters are allowed.`,
    ],
    [{ ...DECK, version: 2 }, 400, 'This deck is of version 2;'],
    [{ cells: [] }, 400, 'This is JSON, but no deck'],
    [
      { ...DECK, items: Array.from({ length: 190 }, () => ({ ...first, explanation: 'x'.repeat(3900) })) },
      413,
      'This is too large: ',
    ],
  ] as const) {
    for (const [path, body] of [
      ['/api/decks', { deck }],
      [`/api/decks/${id}`, { deck, revision }],
    ] as const) {
      const answer = await teacher.request('POST', path, body);
      expect(answer.status).toBe(status);
      expect(answer.json()).toMatchObject({ message: expect.stringContaining(message) });
    }
  }
  const huge = await teacher.request('POST', '/api/decks', { deck: 'x'.repeat(1_700_000) });
  expect(huge.json()).toMatchObject({ error: 'tooLarge' });
  for (const body of [{}, { deck: DECK }, { deck: DECK, revision: 'a' }, { deck: DECK, revision, more: 1 }]) {
    const answer = await teacher.request('POST', `/api/decks/${id}`, body);
    expect(answer.json()).toMatchObject({ error: 'badShape' });
  }
  expect(await count()).toBe(before);
  expect((await teacher.request('GET', `/api/decks/${id}`)).json()).toEqual({ deck: DECK, revision });
});

test('a deck that is still being written can be saved', async () => {
  const { teacher, id } = await made({
    ...DECK,
    items: [
      {
        ...DECK.items[0],
        kind: 'question',
        prompt: '',
        code: '',
        picture: '',
        explanation: '\u0000',
        answer: { form: 'number', value: null, tolerance: 0, unit: '' },
        rules: { seconds: null, confidence: false },
      },
    ],
  });
  expect((await teacher.request('GET', `/api/decks/${id}`)).json()).toMatchObject({
    deck: { items: [{ prompt: '', explanation: '\u0000' }] },
  });
});

test('decks are their teacher’s alone, and go with the teacher', async () => {
  const { client } = await migratedDatabase();
  for (const id of ['one', 'two']) await client.teacher.create({ data: { id, name: id } });
  const { id, revision } = await createDeck(client, 'one', DECK, 1000);
  expect(await loadDeck(client, 'two', id)).toBe(null);
  expect(await saveDeck(client, 'two', id, { deck: DECK, revision }, 2000)).toEqual({ kind: 'none' });
  expect(await listDecks(client, 'two')).toEqual([]);
  const both = await Promise.all([
    saveDeck(client, 'one', id, { deck: DECK, revision }, 2000),
    saveDeck(client, 'one', id, { deck: DECK, revision }, 2000),
  ]);
  expect(both.map((saved) => saved.kind).sort()).toEqual(['saved', 'stale']);
  await client.teacher.deleteMany();
  expect(await client.deck.count()).toBe(0);
});
