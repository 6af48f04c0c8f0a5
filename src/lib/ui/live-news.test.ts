import { expect, test } from 'vitest';
import { noNews, takeMessage } from './live-news.ts';

const change = { number: 7, who: 'Oleh', own: false, at: '', records: 2 };

test('a change of somebody else is told and the page is read again', () => {
  const { news, refresh } = takeMessage(noNews, 'change', JSON.stringify(change));
  expect(refresh).toBe(true);
  expect(news.last).toEqual({ number: 7, who: 'Oleh', records: 2 });
});

test('one’s own change is not told, but other pages of one’s own follow it', () => {
  const { news, refresh } = takeMessage(noNews, 'change', JSON.stringify({ ...change, own: true }));
  expect(refresh).toBe(true);
  expect(news.last).toBeUndefined();
});

test('who is here is told without reading the page again', () => {
  const { news, refresh } = takeMessage(noNews, 'here', '{"others":["Ana","Олег"]}');
  expect(refresh).toBe(false);
  expect(news.others).toEqual(['Ana', 'Олег']);
});

test('a deletion is told', () => {
  expect(takeMessage(noNews, 'gone', '{}').news.gone).toBe(true);
});
