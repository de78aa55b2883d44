/** Takes the lock of a folder, says so, and holds it until it is killed or its input ends. */
import { lockFolder } from '../../../server/database/lock.ts';

const folder = process.argv[2] ?? '';
try {
  const lock = await lockFolder(folder);
  console.log('locked');
  process.stdin.on('end', () => void lock.release().then(() => process.exit(0)));
  process.stdin.resume();
} catch (error) {
  console.log(`refused: ${error instanceof Error ? error.message : String(error)}`);
  process.exit(1);
}
