import arabic from './ar';
import english from './en';
import { findTranslationGaps } from './findTranslationGaps';
import french from './fr';

describe('findTranslationGaps', () => {
  it('finds nothing missing here', () => {
    expect(
      findTranslationGaps({
        english,
        translations: { fr: french, ar: arabic },
        properNames: ['GHz', 'W'],
      }),
    ).toEqual([]);
  });

  it('finds what is missing, unused, English or broken', () => {
    expect(
      findTranslationGaps({
        english: {
          a: 'Age of {{name}}',
          b: 'Note',
          name: 'Talos {{name}}',
          c: { d_one: '{{count}} line', d_other: '{{count}} lines' },
        },
        translations: {
          fr: {
            a: 'Âge de {{nom}}',
            b: 'Note',
            name: 'Talos {{name}}',
            'c.d_one': 'une ligne',
            e: 'x',
          },
        },
        properNames: ['Talos'],
      }),
    ).toEqual([
      'fr lacks c.d_other',
      'fr has e, which is not used',
      'fr leaves b in English',
      'fr has other variables in a',
    ]);
  });
});
