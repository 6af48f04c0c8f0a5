import fc from 'fast-check';
import { expect, test } from 'vitest';
import { arbitraryDossier } from '../../../tests/support/arbitrary-dossier.ts';
import { formatBundle } from './format-bundle.ts';
import { parseBundle } from './parse-bundle.ts';

test('a dossier written as a bundle and read again is the same dossier, whatever its texts', () => {
  fc.assert(
    fc.property(arbitraryDossier({ wildTexts: true }), (dossier) => {
      const bundle = formatBundle(dossier);
      expect(bundle).toMatchObject({ ok: true });
      if (!bundle.ok) return;
      expect(parseBundle(bundle.value)).toEqual({ ok: true, value: dossier });
    }),
    { numRuns: 300 },
  );
});
