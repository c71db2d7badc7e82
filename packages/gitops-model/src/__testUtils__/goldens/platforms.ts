import {
  monosense,
  monosenseRepository,
  planMonosense,
} from '../monosenseFixture';
import { pitower, pitowerRepository, planPitower } from '../pitowerFixture';
import { plan, profile, repository } from '../readFixture';
import type { GoldenPlatform } from './AppLife';

export const edgitPlatform: GoldenPlatform = {
  name: 'edgit-k8s',
  profile,
  repository,
  // What pattern B deploys has no kustomization.
  plainDirectories: ['k8s/search'],
  plan: (operations, snapshot, requester) =>
    plan(operations, requester, snapshot),
};

export const pitowerPlatform: GoldenPlatform = {
  name: 'pitower',
  profile: pitower,
  repository: pitowerRepository,
  plainDirectories: ['pitower/kubernetes/argocd'],
  plan: planPitower,
};

export const monosensePlatform: GoldenPlatform = {
  name: 'monosense',
  profile: monosense,
  repository: monosenseRepository,
  // Flux lists the manifests of a cluster by itself.
  plainDirectories: ['kubernetes/clusters/apps', 'kubernetes/clusters/infra'],
  plan: planMonosense,
};
