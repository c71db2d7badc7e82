import { withoutVariables } from './withoutVariables';

const manifest = {
  spec: {
    size: '${SIZE}',
    fixed: '1Gi',
    count: 3,
    parts: [{ a: '${A}', b: 1 }, { a: 'x' }],
  },
};

describe('withoutVariables', () => {
  it.each([
    ['spec/size', false, false],
    ['spec/fixed', false, true],
    ['spec/count', false, true],
    ['spec/gone', false, true],
    ['spec/parts/0/a', false, false],
    ['spec/parts/0/b', false, true],
    ['spec/parts/0', false, true],
    ['spec/parts/1/a', false, true],
    ['spec/parts/x/a', false, true],
    ['spec/size/x', false, true],
    ['spec/parts/0/b', true, false],
    ['spec/parts/0', true, false],
    ['spec/parts/1/a', true, true],
    ['spec/parts/1', true, false],
    ['spec/size', true, false],
  ])(
    'tells of %s, with a part of others in it %s: %s',
    (at, isJoint, isTold) => {
      const problem = { path: at.split('/'), message: 'must be x', isJoint };
      expect(withoutVariables([problem], manifest)).toEqual(
        isTold ? [problem] : [],
      );
    },
  );
});
