/** The folder of the project itself: schema, migrations and the built pages are found from here, wherever it was started from. */
import { fileURLToPath } from 'node:url';

export const projectRoot = fileURLToPath(new URL('..', import.meta.url));
