// Starts the quality bench under the bundled Node, on a fresh clone too.
import { join } from 'node:path';
import process from 'node:process';
import {
  ensureInstalled,
  root,
  run,
  chooseNode,
  childEnvironment,
  runMain,
} from '../../scripts/setup.mjs';

runMain(async () => {
  await ensureInstalled();
  const script = join(root, 'bench', 'quality', 'run.ts');
  return run(chooseNode(), [script, ...process.argv.slice(2)], { env: childEnvironment() });
});
