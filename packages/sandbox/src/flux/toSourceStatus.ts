import { createHash } from 'node:crypto';
import { z } from 'zod';
import type { KubernetesObject } from '../kubernetes/KubernetesObject';
import { toConditions } from './conditions';

const ociSchema = z.looseObject({
  url: z.string(),
  ref: z.looseObject({ tag: z.string() }).optional(),
});

/**
 * The status of a GitRepository, OCIRepository or HelmRepository that was
 * fetched; `gitRevision` is what a Git branch stands at.
 */
export function toSourceStatus(
  object: KubernetesObject,
  gitRevision: string,
  now: string,
): Record<string, unknown> {
  const digest = `sha256:${createHash('sha256')
    .update(JSON.stringify([object.spec, gitRevision]))
    .digest('hex')}`;
  const { revision, message } = describe(object, gitRevision, digest);
  const { namespace, name } = object.metadata;
  const path = `${object.kind.toLowerCase()}/${namespace}/${name}/${digest.slice(7)}.tar.gz`;
  return {
    observedGeneration: object.metadata.generation,
    artifact: {
      digest,
      lastUpdateTime: now,
      path,
      revision,
      url: `http://source-controller.flux-system.svc.cluster.local./${path}`,
    },
    conditions: toConditions(
      [
        { type: 'Ready', status: 'True', reason: 'Succeeded', message },
        {
          type: 'ArtifactInStorage',
          status: 'True',
          reason: 'Succeeded',
          message,
        },
      ],
      object,
      now,
    ),
  };
}

function describe(
  object: KubernetesObject,
  gitRevision: string,
  digest: string,
) {
  switch (object.kind) {
    case 'GitRepository':
      return {
        revision: gitRevision,
        message: `stored artifact for revision '${gitRevision}'`,
      };
    case 'OCIRepository': {
      const { ref } = ociSchema.parse(object.spec);
      return {
        revision: `${ref?.tag ?? 'latest'}@${digest}`,
        message: `stored artifact for digest '${ref?.tag ?? 'latest'}@${digest}'`,
      };
    }
    default:
      return {
        revision: digest,
        message: `stored artifact: revision '${digest}'`,
      };
  }
}
