import { expect, test } from 'vitest';
import { Person, signedInTeacher, testServer } from './lesson.ts';

test('the link signs in once, and only its own browser', async () => {
  const server = await testServer();
  const teacher = await signedInTeacher(server);
  expect((await teacher.request('POST', '/api/classrooms', { name: 'A' })).status).toBe(201);

  const stranger = new Person(server.url);
  const again = await stranger.request('GET', `/api/sign-in?token=${server.installation.signInToken}`);
  expect(again.status).toBe(403);
  expect(again.headers.get('content-type')).toContain('text/html');
  expect(again.text).toContain('does not work any more');
  expect(again.headers.getSetCookie()).toEqual([]);
  const refused = await stranger.request('POST', '/api/classrooms', { name: 'B' });
  expect(refused.status).toBe(401);
  expect(refused.json()).toMatchObject({ error: 'notSignedIn' });
});

test('opening the link twice in one browser is not an error', async () => {
  const server = await testServer();
  const teacher = await signedInTeacher(server);
  const again = await teacher.request('GET', `/api/sign-in?token=${server.installation.signInToken}`);
  expect(again.status).toBe(303);
  expect(again.headers.get('location')).toBe('/teach');
});

test('of two requests at the same time one gets in', async () => {
  const server = await testServer();
  const path = `/api/sign-in?token=${server.installation.signInToken}`;
  const answers = await Promise.all(
    Array.from({ length: 8 }, () => new Person(server.url).request('GET', path)),
  );
  expect(answers.filter((each) => each.status === 303)).toHaveLength(1);
});

test('a new start prints a new link, and the old one stops working unused; the cookie goes on', async () => {
  const first = await testServer();
  const teacher = await signedInTeacher(first);
  const second = await first.restart();
  const third = await second.restart();
  const stale = await new Person(third.url).request(
    'GET',
    `/api/sign-in?token=${second.installation.signInToken}`,
  );
  expect(stale.status).toBe(403);
  const known = await teacher.at(third.url).request('POST', '/api/classrooms', { name: 'C' });
  expect(known.status).toBe(201);
});

test('the token itself is not in the database', async () => {
  const { installation } = await testServer();
  const rows = await installation.database.client.signInToken.findMany();
  expect(rows).toHaveLength(1);
  expect(JSON.stringify(rows)).not.toContain(installation.signInToken);
});

test('the cookie is closed to scripts and other sites, and Secure behind https', async () => {
  const server = await testServer();
  const plain = await new Person(server.url).request(
    'GET',
    `/api/sign-in?token=${server.installation.signInToken}`,
    undefined,
    { 'X-Forwarded-Proto': 'https' },
  );
  const [cookie = ''] = plain.headers.getSetCookie();
  expect(cookie).toMatch(/^heaproom_teacher=/);
  for (const attribute of ['HttpOnly', 'SameSite=Lax', 'Path=/', 'Secure'])
    expect(cookie).toContain(attribute);
});

test('signing out takes the cookie away', async () => {
  const server = await testServer();
  const teacher = await signedInTeacher(server);
  await teacher.request('POST', '/api/sign-out');
  expect((await teacher.request('POST', '/api/classrooms', { name: 'A' })).status).toBe(401);
});

test('a cookie that was changed, or is of the other kind, is nobody', async () => {
  const server = await testServer();
  const teacher = await signedInTeacher(server);
  const [, token = ''] = teacher.cookie.split('=');
  for (const forged of [`heaproom_teacher=${token}x`, 'heaproom_teacher=', `heaproom_person=${token}`]) {
    const answer = await new Person(server.url).request(
      'POST',
      '/api/classrooms',
      { name: 'A' },
      { Cookie: forged },
    );
    expect(answer.status).toBe(401);
  }
});
