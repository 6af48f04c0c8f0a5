import { spawn } from 'node:child_process';
import { join } from 'node:path';
import process from 'node:process';

export interface Outcome {
  readonly status: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

export interface Run {
  /** The command through its shim, as a shell starts it, or the program behind it alone. */
  readonly through?: 'shim' | 'program';
  readonly env?: Readonly<Record<string, string>>;
}

const bundledNode = join('node_modules', '.bin', 'node');

/** Runs the real command; one that hangs is killed after 20 seconds and has no status. */
export function runParley(args: readonly string[], run: Run = {}): Promise<Outcome> {
  const [program, entry] =
    run.through === 'shim'
      ? [process.execPath, 'bin/parley.mjs']
      : [bundledNode, 'src/cli/main.ts'];
  const child = spawn(program, [entry, ...args], {
    env: { ...process.env, NO_COLOR: '1', ...run.env },
    timeout: 20_000,
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let [stdout, stderr] = ['', ''];
  child.stdout.setEncoding('utf8').on('data', (chunk: string) => (stdout += chunk));
  child.stderr.setEncoding('utf8').on('data', (chunk: string) => (stderr += chunk));
  return new Promise((resolve, reject) => {
    child.once('error', reject);
    child.once('close', (status) => {
      resolve({ status, stdout, stderr });
    });
  });
}
