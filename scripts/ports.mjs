import { createServer } from 'node:net';
import { Trouble } from './setup.mjs';

const host = '127.0.0.1';

/**
 * Whether a server could listen on this port of the loopback address right now.
 * @param {number} port
 * @returns {Promise<boolean>}
 */
export function isFree(port) {
  return new Promise((resolve) => {
    const probe = createServer();
    probe.once('error', () => resolve(false));
    probe.listen(port, host, () => probe.close(() => resolve(true)));
  });
}

/**
 * A free port picked by the operating system.
 * @returns {Promise<number>}
 */
export function anyFreePort() {
  return new Promise((resolve, reject) => {
    const probe = createServer();
    probe.once('error', reject);
    probe.listen(0, host, () => {
      const address = probe.address();
      probe.close(() =>
        resolve(typeof address === 'object' && address !== null ? address.port : 0),
      );
    });
  });
}

/**
 * The port to serve on: the one asked for, which must be free, else the first free one from 3000 on.
 * @param {string | undefined} asked
 * @returns {Promise<number>}
 */
export async function choosePort(asked) {
  if (asked === undefined || asked === '') {
    for (let port = 3000; port < 3100; port += 1) if (await isFree(port)) return port;
    throw new Trouble('No free port between 3000 and 3099. Choose one: PORT=8080 npm start');
  }
  const port = Number(asked);
  if (!Number.isInteger(port) || port < 1 || port > 65_535) {
    throw new Trouble(`PORT must be a number from 1 to 65535, not "${asked}".`);
  }
  if (!(await isFree(port))) {
    throw new Trouble(
      `Port ${port} is in use. Choose another one, or leave PORT unset to take the next free one.`,
    );
  }
  return port;
}
