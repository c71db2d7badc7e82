import { parseProfile, type Profile } from '@internal/gitops-model';
import { UnreadableError } from '../UnreadableError';
import { argocdHome, detectArgocdRoots } from './detectArgocdRoots';
import { detectFluxRoots } from './detectFluxRoots';
import type { Root } from './Detection';
import type { EngineObject } from './EngineObject';
import { isBelow } from './normalizePath';
import { ownRepositoryUrls } from './ownRepositoryUrls';
import { clusterOfPath, type GivenRoot } from './parseRoot';

/** Of a sentence that lists them. */
const maxCandidates = 20;

/** For a clone without a remote whose documents name no repository either. */
export const unknownUrl = 'unknown:';

const unknownOwner = 'group:default/unknown';

interface Start {
  engine: Profile['engine'];
  roots: Root[];
  assumed: string[];
}

/** How a repository is read that no profile is given for, and what had to be assumed for it. */
export interface DetectedProfile {
  profile: Profile;
  assumed: string[];
}

/**
 * Finds engine and roots, or takes the roots that are given.
 *
 * @throws UnreadableError where there is more than one answer, with the candidates.
 */
export function detectProfile(options: {
  objects: readonly EngineObject[];
  roots: readonly GivenRoot[];
  /** Address the clone has of the repository. */
  originUrl: string | undefined;
}): DetectedProfile {
  const { objects, roots, originUrl } = options;
  const { engine, ...start } =
    roots.length > 0 ? startAt(roots, objects) : findStart(objects);
  const own = ownRepositoryUrls(engine, objects, originUrl);
  const profile = parseProfile(
    {
      engine,
      roots: start.roots,
      repositoryUrls: own.urls,
      owners: { default: unknownOwner },
    },
    originUrl ?? unknownUrl,
  );
  return {
    profile,
    assumed: [
      `The engine is ${engine === 'flux' ? 'Flux' : 'Argo CD'}.`,
      ...start.assumed,
      `Apps whose files name no owner belong to ${unknownOwner}; machines and login clients outside of manifests are not looked for.`,
      ...own.assumed,
    ],
  };
}

function findStart(objects: readonly EngineObject[]): Start {
  const flux = detectFluxRoots(objects);
  const argocd = detectArgocdRoots(objects);
  if (flux.kind === 'absent' && argocd.kind === 'absent') {
    throw new UnreadableError(
      'This commit holds neither Argo CD Applications nor Flux Kustomizations, so that there is nothing to start from.',
    );
  }
  if (argocd.kind === 'absent' && flux.kind === 'detected') {
    return { engine: 'flux', ...flux };
  }
  if (flux.kind === 'absent' && argocd.kind === 'detected') {
    return { engine: 'argocd', ...argocd };
  }
  const reasons = [flux, argocd].flatMap(found =>
    found.kind === 'ambiguous' ? [found.reason] : [],
  );
  throw ambiguous(
    reasons.join(' ') || 'The repository has roots of both Argo CD and Flux.',
    [flux, argocd].flatMap(found => {
      if (found.kind === 'absent') return [];
      return found.kind === 'ambiguous'
        ? found.candidates
        : found.roots.map(({ path }) => path);
    }),
  );
}

/** Told by what lies at the roots. */
function startAt(
  roots: readonly GivenRoot[],
  objects: readonly EngineObject[],
): Start {
  const there = objects.filter(({ file }) =>
    roots.some(({ path }) => file === path || isBelow(file, path)),
  );
  const isFlux = there.some(
    ({ kind }) => kind === 'Kustomization' || kind === 'FluxInstance',
  );
  const isArgocd = there.some(
    ({ kind }) => kind === 'Application' || kind === 'ApplicationSet',
  );
  if (isFlux === isArgocd) {
    throw new UnreadableError(
      isFlux
        ? 'Both Argo CD Applications and Flux Kustomizations lie at the roots: give roots of one engine, or a profile.'
        : 'Neither Argo CD Applications nor Flux Kustomizations lie at the roots.',
    );
  }
  const engine = isFlux ? 'flux' : 'argocd';
  return {
    engine,
    roots: roots.map(({ path, cluster }) => ({
      path,
      cluster: cluster ?? (isFlux ? clusterOfPath(path) : argocdHome),
    })),
    assumed: roots.flatMap(({ path, cluster }) =>
      cluster === undefined
        ? [
            `The cluster of ${path} is called ${isFlux ? clusterOfPath(path) : argocdHome}.`,
          ]
        : [],
    ),
  };
}

function ambiguous(
  reason: string,
  candidates: readonly string[],
): UnreadableError {
  const list = candidates
    .slice(0, maxCandidates)
    .map(path => `\n  --root ${path}`)
    .join('');
  const rest = candidates.length - maxCandidates;
  const more = rest > 0 ? `\n  and ${rest} more` : '';
  return new UnreadableError(
    `${reason} Choose with --root PATH or --root CLUSTER=PATH, as often as there are roots:${list}${more}`,
  );
}
