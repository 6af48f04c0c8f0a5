// Which Chromium the browser tests drive. Shared by playwright.config.ts and npm test.
import { accessSync, constants, existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import process from 'node:process';
import { run, runTool, Trouble } from './setup.mjs';

const names = ['chromium', 'chromium-browser', 'google-chrome-stable', 'google-chrome', 'chrome'];
const fixedPlaces = [
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
  'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
];

/**
 * The path of a Chromium: Playwright's own download first (it is the version the tests were written
 * with), then CHROMIUM_PATH, then what the machine has; undefined where there is none.
 * @returns {Promise<string | undefined>}
 */
export async function findChromium() {
  const { chromium } = await import('playwright');
  const own = chromium.executablePath();
  if (own !== '' && existsSync(own)) return own;
  const asked = process.env['CHROMIUM_PATH'];
  if (asked !== undefined && asked !== '') return asked;
  const folders = (process.env['PATH'] ?? '').split(delimiter).concat('/usr/bin', '/snap/bin');
  const places = names.flatMap((name) => folders.map((folder) => join(folder, name)));
  return [...places, ...fixedPlaces].find(isExecutable);
}

/** @param {string} path */
function isExecutable(path) {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}

/** Whether the process runs as root, where Chromium's sandbox refuses to work. */
export function isRoot() {
  return process.getuid?.() === 0;
}

/**
 * Finds a Chromium or installs one; throws with what to do by hand when neither works.
 * @returns {Promise<string>}
 */
export async function ensureChromium() {
  const present = await findChromium();
  if (present !== undefined) return present;
  console.error('Installing Chromium for the browser tests (once) …');
  for (const install of [installOwn, installFromDebian]) {
    await install();
    const found = await findChromium();
    if (found !== undefined) return found;
  }
  throw new Trouble(
    'No Chromium found and none could be installed. Install Chromium or Chrome with your package manager, ' +
      'or set CHROMIUM_PATH to its executable, then run npm test again.',
  );
}

function installOwn() {
  return runTool('playwright/cli.js', ['install', 'chromium']);
}

async function installFromDebian() {
  if (!isRoot() || !existsSync('/usr/bin/apt-get')) return;
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
  await run('apt-get', ['update', '-q'], { env });
  await run('apt-get', ['install', '-y', '-q', '--no-install-recommends', 'chromium'], { env });
}
