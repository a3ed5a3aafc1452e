import fc from 'fast-check';
import { soundPart } from '../../src/excel/validRecord';
import { fromPart, toPart } from '../../src/excel/xmlPart';

const NAMESPACE = 'urn:daybook:test';

describe('a value in a custom XML part', () => {
  it('comes back the same, whatever it holds', () => {
    fc.assert(
      fc.property(fc.jsonValue(), fc.string({ unit: 'binary' }), (value, text) => {
        const stored = { value: JSON.parse(JSON.stringify(value)) as unknown, text };
        expect(fromPart(toPart(NAMESPACE, stored))).toEqual({ kind: 'read', value: stored });
      }),
    );
  });

  it('survives being written again by another program', () => {
    const rewritten =
      '<?xml version="1.0" encoding="UTF-8"?>\n<ns0:daybook version=\'1\' xmlns:ns0="urn:daybook:test">{&quot;a&quot;:&#34;x&#x26;y&#34;}</ns0:daybook>';
    expect(fromPart(rewritten)).toEqual({ kind: 'read', value: { a: 'x&y' } });
  });

  it.each([
    ['', 'damaged'],
    ['<other/>', 'damaged'],
    ['<daybook version="1">{"a":</daybook>', 'damaged'],
    ['<daybook>{}</daybook>', 'damaged'],
    ['<daybook version="1">&#x110000;</daybook>', 'damaged'],
    ['<daybook version="2">{}</daybook>', 'newer'],
  ])('tells %p as %s', (xml, kind) => expect(fromPart(xml).kind).toBe(kind));

  it('never throws on any text', () => {
    fc.assert(
      fc.property(
        fc.string(),
        (text) => typeof fromPart(`<daybook version="1">${text}</daybook>`).kind === 'string',
      ),
    );
  });
});

describe('a damaged memory', () => {
  it('keeps what is sound and says that something was not', () => {
    const choice = { sheet: '订单', signature: 'x', choices: {} };
    expect(soundPart({ builds: [{ id: 1 }], choices: [choice, 'nonsense'] })).toEqual({
      sound: { builds: [], choices: [choice] },
      damaged: true,
    });
  });

  it('never throws on any value', () => {
    fc.assert(
      fc.property(fc.anything(), (value) => {
        const { sound } = soundPart(value);
        return Array.isArray(sound.builds) && Array.isArray(sound.choices);
      }),
    );
  });
});
