import { join } from 'node:path';
import { differences, objectsBuilt } from '../__testUtils__/compareBuilds';
import {
  centralRepository,
  planCentral,
  request,
  route,
} from '../__testUtils__/centralFixture';
import { findKustomize, inDirectory } from '../__testUtils__/kustomizeBuild';
import { applyEdits } from '../snapshot/applyEdits';
import type { RepositorySnapshot } from '../snapshot/RepositorySnapshot';
import { textsOf } from '../__testUtils__/textsOf';

const kustomize = findKustomize();
const build = typeof kustomize === 'function' ? kustomize : undefined;
if (typeof kustomize !== 'function') {
  process.stderr.write(`Skipped real builds: ${kustomize.missing}.\n`);
}

const directories = [
  'namespaces/base',
  'networking/gateways/base',
  'cert-manager/certificates/base',
  'applications/journal',
];

(build ? describe : describe.skip)('real kustomize', () => {
  it('builds what an app has in central directories, and all else as before', () => {
    const before = built(centralRepository);
    const there = applyEdits(centralRepository, planCentral(request).edits);
    const after = built(there);
    expect(changesBetween(before, after)).toEqual({
      'namespaces/base': ['+ Namespace -/notes'],
      'networking/gateways/base': [
        '- Gateway gateway/main',
        '+ Gateway gateway/main',
        '+ HTTPRoute notes/notes',
        '+ HTTPRoute notes/notes-minutes-harbour-example-org',
        '+ ReferenceGrant notes/main-notes-tls',
      ],
      'cert-manager/certificates/base': ['+ Certificate notes/notes-tls'],
      'applications/journal': [],
    });
    const moved = planCentral(
      [
        {
          type: 'change-route',
          app: 'notes',
          host: route.host,
          newHost: 'ledger.harbour.example.org',
        },
      ],
      there,
    );
    expect(
      changesBetween(after, built(applyEdits(there, moved.edits))),
    ).toEqual({
      'namespaces/base': [],
      'networking/gateways/base': [
        '- Gateway gateway/main',
        '- HTTPRoute notes/notes',
        '+ Gateway gateway/main',
        '+ HTTPRoute notes/notes',
      ],
      'cert-manager/certificates/base': [
        '- Certificate notes/notes-tls',
        '+ Certificate notes/notes-tls',
      ],
      'applications/journal': [],
    });
    const retired = planCentral(
      [{ type: 'retire-app', app: 'notes', confirmation: 'notes' }],
      there,
    );
    expect(built(applyEdits(there, retired.edits))).toEqual(before);
  });
});

function built(
  snapshot: RepositorySnapshot,
): Record<string, string[] | undefined> {
  return inDirectory(textsOf(snapshot), root =>
    Object.fromEntries(
      directories.map(path => [path, objectsBuilt(build?.(join(root, path)))]),
    ),
  );
}

function changesBetween(
  before: ReturnType<typeof built>,
  after: ReturnType<typeof built>,
): Record<string, string[]> {
  return Object.fromEntries(
    directories.map(path => [
      path,
      differences(before[path], after[path]).map(line =>
        line
          .replace('kustomize:', '-')
          .replace('ours:', '+')
          .split(' ', 3)
          .join(' '),
      ),
    ]),
  );
}
