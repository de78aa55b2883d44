/** The database for pages: reading only; whatever changes a classroom goes through its room. */
import 'server-only';

export { databaseForPages as database } from '../server/database/bridge.ts';
