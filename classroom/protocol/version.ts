/**
 * The wire: what browser and server say to each other. A change of any schema in this folder raises the number;
 * a test hashes the schemas and fails when the number stood still.
 *
 * 1  first version: commands, entries, acks, resync
 */
export const wireVersion = 1;
