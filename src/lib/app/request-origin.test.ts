import { expect, test } from 'vitest';
import { isFromHere } from './request-origin.ts';

const own = 'http://127.0.0.1:3000';

test.each<[boolean, string, Record<string, string>]>([
  [true, 'GET', { origin: 'https://elsewhere.example' }],
  [true, 'POST', { origin: own }],
  [true, 'POST', { origin: own, 'sec-fetch-site': 'same-origin' }],
  [true, 'DELETE', {}],
  [false, 'POST', { origin: 'https://elsewhere.example' }],
  [false, 'POST', { origin: 'null' }],
  [false, 'PUT', { origin: 'http://127.0.0.1:3001' }],
  [false, 'DELETE', { 'sec-fetch-site': 'cross-site' }],
  [false, 'POST', { 'sec-fetch-site': 'same-site' }],
])('%s: %s with %j', (expected, method, headers) => {
  expect(isFromHere({ method, headers: new Headers(headers), own })).toBe(expected);
});
