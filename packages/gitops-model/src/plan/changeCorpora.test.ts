import { monosense } from '../__testUtils__/monosenseFixture';
import { pitower } from '../__testUtils__/pitowerFixture';
import { readCorpus } from '../__testUtils__/readCorpus';
import { petra } from '../__testUtils__/readFixture';
import type { Operation } from '../operation/Operation';
import type { WritableProfile } from '../profile/Profile';
import { readRepository } from '../read/readRepository';
import { applyEdits } from '../snapshot/applyEdits';
import { planOperations } from './planOperations';

/** Lines of one text that another lacks. */
function without(lines: string[], others: string[]): string[] {
  const left = [...others];
  return lines.filter(line => {
    const at = left.indexOf(line);
    if (at === -1) return true;
    left.splice(at, 1);
    return false;
  });
}

interface Change {
  operation: Operation;
  /** Lines out of each file and into it. */
  files: { file: string; lines: string[] }[];
}

const repositories: {
  name: string;
  profile: WritableProfile;
  url: string;
  /** Apps whose pods can be told from Git. */
  changeable: number;
  changes: Change[];
}[] = [
  {
    name: 'pitower',
    profile: pitower,
    url: 'https://github.com/swibrow/home-ops',
    changeable: 26,
    changes: [
      {
        operation: {
          type: 'set-resources',
          app: 'selfhosted-miniflux',
          memoryLimit: '768Mi',
        },
        files: [
          {
            file: 'selfhosted/miniflux/values.yaml',
            lines: ['- memory: 256M', '+ memory: 768Mi'],
          },
        ],
      },
      {
        operation: {
          type: 'set-image',
          app: 'media-sonarr',
          image: 'ghcr.io/home-operations/sonarr:9.9.9',
        },
        files: [
          {
            file: 'media/sonarr/values.yaml',
            lines: [
              '- tag: 4.0.16.2946@sha256:22651c750eedb091f6d76ade95dbecae0eeafe2b55432c3b8d8b042e8745f344',
              '+ tag: 9.9.9',
            ],
          },
        ],
      },
      {
        operation: {
          type: 'set-chart-version',
          app: 'media-sonarr',
          version: '9.9.9',
        },
        files: [
          {
            file: 'media/sonarr/kustomization.yaml',
            lines: ['- version: 4.6.2', '+ version: 9.9.9'],
          },
        ],
      },
      {
        operation: {
          type: 'change-route',
          app: 'media-sonarr',
          host: 'sonarr.pitower.link',
          newHost: 'series.pitower.link',
        },
        files: [
          {
            file: 'media/sonarr/values.yaml',
            lines: ['- - sonarr.pitower.link', '+ - series.pitower.link'],
          },
          {
            file: 'selfhosted/homepage/configmap.yaml',
            lines: [
              '- href: https://sonarr.pitower.link',
              '+ href: https://series.pitower.link',
            ],
          },
        ],
      },
    ],
  },
  {
    name: 'monosense',
    profile: monosense,
    url: 'https://github.com/monosense-io/k8s-gitops',
    changeable: 4,
    changes: [
      {
        operation: {
          type: 'set-image',
          app: 'cloudflared',
          image: 'cloudflare/cloudflared:2026.11.0',
        },
        files: [
          {
            file: 'cloudflared/app/helmrelease.yaml',
            lines: ['- tag: 2025.10.1', '+ tag: 2026.11.0'],
          },
        ],
      },
      {
        operation: {
          type: 'set-chart-version',
          app: 'cloudflared',
          version: '9.9.9',
        },
        files: [
          {
            file: 'cloudflared/app/ocirepository.yaml',
            lines: ['- tag: 4.4.0', '+ tag: 9.9.9'],
          },
        ],
      },
      {
        operation: {
          type: 'set-replicas',
          app: 'cloudflared',
          replicas: 3,
        },
        files: [
          {
            file: 'cloudflared/app/helmrelease.yaml',
            lines: ['- replicas: 2', '+ replicas: 3'],
          },
        ],
      },
      {
        operation: {
          type: 'set-owner',
          app: 'cloudflared',
          owner: 'group:default/borealis',
        },
        files: [
          {
            file: 'cloudflared/ks.yaml',
            lines: [
              '+ annotations:',
              '+ portal.internal/owner: group:default/borealis',
            ],
          },
        ],
      },
    ],
  },
];

describe.each(repositories)(
  'changes of real apps of $name',
  ({ name, profile: shipped, url, changeable, changes }) => {
    const snapshot = readCorpus(name);
    const profile = { ...shipped, repositoryUrls: [url] };
    const model = snapshot && readRepository(snapshot, profile);

    /** Each changed file and its lines; nothing where the change is refused. */
    function change(operation: Operation) {
      if (!snapshot || !model) throw new Error('The repository is not here.');
      const on = (at: typeof snapshot) =>
        planOperations({
          snapshot: at,
          model,
          profile,
          operations: [operation],
          requester: petra,
        });
      const { edits, findings } = on(snapshot);
      if (findings.some(({ severity }) => severity === 'error')) {
        expect(edits).toEqual([]);
        return undefined;
      }
      expect(on(applyEdits(snapshot, edits)).edits).toEqual([]);
      return edits.map(edit => {
        if (edit.kind !== 'change')
          throw new Error(`${edit.path} is no change`);
        const before = edit.before.split('\n');
        const after = edit.after.split('\n');
        return {
          file: edit.path,
          lines: [
            ...without(before, after).map(line => `- ${line.trim()}`),
            ...without(after, before).map(line => `+ ${line.trim()}`),
          ],
        };
      });
    }

    (snapshot ? describe : describe.skip)('as they are', () => {
      it.each(changes)(
        '$operation.type of $operation.app changes the lines a person would',
        ({ operation, files }) => {
          expect(change(operation)).toEqual(
            files.map(({ file, lines }) => ({
              file: expect.stringMatching(new RegExp(`/${file}$`)),
              lines,
            })),
          );
        },
      );

      it('add a variable to each app whose pods can be told, and to no other', () => {
        const apps = new Set(model?.apps.map(app => app.name));
        const changed = [...apps].flatMap(
          app =>
            change({ type: 'set-env', app, name: 'PROBE', value: 'off' }) ?? [],
        );
        expect(changed).toHaveLength(changeable);
        for (const { lines } of changed) {
          expect(lines.every(line => line.startsWith('+'))).toBe(true);
          expect(lines.join(' ')).toMatch(/PROBE.*off/);
        }
      });
    });
  },
);
