import { expect, test } from 'vitest';
import { pdfMeta } from './pdf-meta.ts';

test.each([
  [
    { Title: ' On  harbours ', Author: 'Office' },
    { title: 'On harbours', author: 'Office' },
  ],
  [{ Title: 'paper-v3.docx' }, {}],
  [{ Title: 'Microsoft Word - Paper' }, {}],
  [{ Title: 'Untitled', Author: '  ' }, {}],
  [{ Title: 7, Author: null }, {}],
  [{ CreationDate: "D:20200517120000+02'00'" }, { published: '2020-05-17' }],
  [{ CreationDate: 'D:202013' }, { published: '2020' }],
  [{ CreationDate: 'D:20200599' }, { published: '2020-05' }],
  [{ CreationDate: 'yesterday' }, {}],
  [{ Language: 'uk' }, { language: 'uk' }],
])('%j gives %j', (info, expected) => {
  expect(pdfMeta(info)).toEqual(expected);
});
