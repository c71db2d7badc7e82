import { outline } from '../__testUtils__/outline';
import { checkEnvironment, checkVariableName } from './checkEnvironment';

const invalid = ['error env-name-invalid name'];
const reserved = ['error env-name-reserved name'];

describe('checkVariableName', () => {
  it.each([
    ['A', []],
    ['_', []],
    ['log_Level_2', []],
    ['', invalid],
    ['2A', invalid],
    ['A-B', invalid],
    ['A.B', invalid],
    ['A=B', invalid],
    [' A', invalid],
    ['A\n', invalid],
    ['PATH', reserved],
    ['PATHS', []],
    ['MY_PATH', []],
    ['HOME', reserved],
    ['HOSTNAME', reserved],
    ['LD_', []],
    ['LD_PRELOAD', reserved],
    ['LD_LIBRARY_PATH', reserved],
    ['LD_PRELOAD2', []],
    ['OLD_VALUE', []],
    ['KUBERNETES_', reserved],
    ['KUBERNETES_SERVICE_HOST', reserved],
    ['MY_KUBERNETES_HOST', []],
    ['TAKEN', ['error env-name-duplicate name']],
    ['taken', []],
  ])('says of %j %j', (name, expected) => {
    expect(outline(checkVariableName(name, 'name', ['TAKEN']))).toEqual(
      expected,
    );
  });

  it('says what to do', () => {
    expect([
      ...checkVariableName('LOG LEVEL', 'name', []),
      ...checkVariableName('HOME', 'name', []),
      ...checkVariableName('MODE', 'name', ['MODE']),
    ]).toMatchObject([
      {
        message: expect.stringContaining('“LOG LEVEL” cannot name a variable'),
        fix: 'Choose a name such as “LOG_LEVEL”.',
      },
      {
        message: 'The variable HOME is set by the system.',
        fix: 'Choose another name.',
      },
      {
        message: 'The variable MODE is there already.',
        fix: 'Give each variable once.',
      },
    ]);
  });
});

describe('checkEnvironment', () => {
  it('names the variable that is wrong', () => {
    expect(
      outline(
        checkEnvironment([
          { name: 'LEVEL', value: 'info' },
          { name: 'MODE', value: '' },
          { name: 'LEVEL', value: 'debug' },
          { name: 'MODE', value: 'a\u0000b' },
          { name: '2', value: 'https://me:word@a.b' },
        ]),
      ),
    ).toEqual([
      'error env-name-duplicate env.2.name',
      'error env-name-duplicate env.3.name',
      'error text-unsafe env.3.value',
      'error env-name-invalid env.4.name',
      'error plain-secret-value env.4.value',
    ]);
  });

  it('lets no value stand under the name of a secret', () => {
    const found = checkEnvironment([
      { name: 'DB_PASSWORD', value: 'tuesday' },
      { name: 'API_KEY', value: '' },
      { name: 'DB_PASSWORD', value: 'friday' },
    ]);
    expect(outline(found)).toEqual([
      'error plain-secret-value env.0.value',
      'error env-name-duplicate env.2.name',
    ]);
    expect(found[0]).toMatchObject({
      message: expect.stringContaining('DB_PASSWORD is named like a secret'),
      fix: expect.stringContaining('Put it into the secret store'),
    });
    expect(JSON.stringify(found)).not.toContain('tuesday');
  });

  it('names the fields of the operation the variables come from', () => {
    const variables = [{ name: '2', value: '\u0000' }];
    const fields = (at: number) => ({ name: `${at}/n`, value: `${at}/v` });
    expect(outline(checkEnvironment(variables, fields))).toEqual([
      'error env-name-invalid 0/n',
      'error text-unsafe 0/v',
    ]);
  });
});
