/**
 * The wire: what browser and server say to each other. A change of any schema in this folder raises the number;
 * a test hashes the schemas and fails when the number stood still.
 *
 * 1  first version: commands, entries, acks, resync
 * 2  the player's position, the log up to an entry; rewinding the heap, pens while it is frozen;
 *    forms of questions, tasks, clocks, second votes, confidence, arrangements
 * 3  a challenge says in which entry it was revealed; the server's clock with every resync
 * 4  lobby and countdown, summary of a reveal, solutions of tasks shown to all, leaderboard and streaks,
 *    what projectors follow; predictions made from the heap; the scenario that the class is in;
 *    how many objects a statement made
 * 5  why an answer got its points comes as data, to be said in the language of the reader;
 *    a prediction says in which language it is put
 * 6  a reveal says how numbers, orders, objects and the returned numbers of a round were spread, and what the
 *    objects were that it is about; how far the answers to a task are marked is told while they are;
 *    a path that leads to an object, and how the goals of a task stand, come as data
 * 7  a reveal says how often each object of a round was marked
 */
export const wireVersion = 7;
