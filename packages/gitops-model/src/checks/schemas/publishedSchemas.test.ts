import { publishedSchemas } from './publishedSchemas';

describe('publishedSchemas', () => {
  it.each([
    ['external-secrets.io/v1 ExternalSecret'],
    ['kyverno.io/v2 PolicyException'],
    ['v1 Service'],
  ])('have %s', type => {
    const [apiVersion, kind] = type.split(' ');
    const metadata = { name: 'x', labels: { 'a~b/c': 1 } };
    const problems = publishedSchemas.get(type)?.({
      apiVersion,
      kind,
      metadata,
      spec: 1,
    });
    expect(problems).toContainEqual({
      path: ['spec'],
      message: 'must be object',
      isJoint: false,
    });
  });

  it('name keys as they are, and tell alternatives from what is wrong by itself', () => {
    const problems = publishedSchemas.get(
      'networking.k8s.io/v1 NetworkPolicy',
    )?.({
      apiVersion: 'networking.k8s.io/v1',
      kind: 'NetworkPolicy',
      metadata: { name: 'x', labels: { 'a~b/c': 1 } },
      spec: { podSelector: {}, ingress: [{ ports: [{ port: {} }] }] },
    });
    expect(
      problems?.map(({ path, isJoint }) => [path.join(' '), isJoint]),
    ).toEqual([
      ['metadata labels a~b/c', false],
      ['spec ingress 0 ports 0 port', false],
      ['spec ingress 0 ports 0 port', false],
      ['spec ingress 0 ports 0 port', true],
    ]);
  });
});
