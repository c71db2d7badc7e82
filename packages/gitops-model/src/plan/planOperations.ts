import { appKustomization } from '../blocks/appKustomization';
import { checkClaims } from '../checks/checkClaims';
import { checkPlanBoundary } from '../checks/checkPlanBoundary';
import { checkPodSecurity } from '../checks/checkPodSecurity';
import { checkRequestSize } from '../checks/checkRequestSize';
import { checkVariables } from '../checks/checkVariables';
import { directoryOf } from '../edit/directoryOf';
import type { Finding } from '../finding/Finding';
import type { Operation } from '../operation/Operation';
import { isCreation } from '../operation/isCreation';
import { blockOptions, blocksOf } from '../profile/blockOptions';
import { expandNames } from '../profile/expandNames';
import type { WritableProfile } from '../profile/Profile';
import type { RepositoryModel } from '../read/RepositoryModel';
import type { RepositorySnapshot } from '../snapshot/RepositorySnapshot';
import { extendModel } from './extendModel';
import type { BlockContext } from '../blocks/Block';
import { isRefused } from './isRefused';
import type { OperationContext, OperationPlan } from './OperationContext';
import { eachDirectory, placesOf } from './placesOf';
import type { Plan } from './Plan';
import { planAddDashboardEntry } from './planAddDashboardEntry';
import { planAddDatabase } from './planAddDatabase';
import { planAddOidcClient } from './planAddOidcClient';
import { planAddRoute } from './planAddRoute';
import { planAddSecret } from './planAddSecret';
import { planAddVolume } from './planAddVolume';
import { planChangeRoute } from './planChangeRoute';
import { planCreateApp } from './planCreateApp';
import { planCreateChartApp } from './planCreateChartApp';
import { planRetireApp } from './planRetireApp';
import { planSetImage } from './planSetImage';
import { planSetAutoscaling } from './planSetAutoscaling';
import { planSetChartVersion } from './planSetChartVersion';
import { planSetEnv } from './planSetEnv';
import { planSetOwner } from './planSetOwner';
import { planSetReplicas } from './planSetReplicas';
import { planSetResources } from './planSetResources';
import { PlanTree } from './PlanTree';
import type { Requester } from './Requester';
import { stepsFor } from './stepsFor';

/** Blocks whose file is read by something else than the kustomization as a resource. */
const unlistedBlocks = new Set<string>([
  'app-template',
  'app-template-route',
  'catalog-info',
]);

export interface PlanOptions {
  snapshot: RepositorySnapshot;
  /** What the reader found in the same snapshot. */
  model: RepositoryModel;
  profile: WritableProfile;
  operations: readonly Operation[];
  requester: Requester;
  /** Template the operations come from; it is written to the app's facts. */
  template?: { name: string; version: string };
}

/**
 * Applies operations to a snapshot, in order. An operation that a check refuses
 * writes nothing, and so do later ones on an app whose creation was refused.
 * Schemas are checked apart: `checkManifests` of the `schemas` entry.
 */
export function planOperations(options: PlanOptions): Plan {
  const { snapshot, profile, operations } = options;
  const tree = new PlanTree(snapshot);
  const oversized = checkRequestSize(operations);
  if (isRefused(oversized)) {
    return { commit: snapshot.commit, edits: [], findings: oversized };
  }
  const findings: Finding[] = [];
  const refusedApps = new Set<string>();
  const places: BlockContext[] = [];
  let { model } = options;
  for (const operation of operations) {
    const { app } = operation;
    if (refusedApps.has(app)) continue;
    const context = { ...options, model, tree };
    const here = placesOf(operation, context);
    places.push(...here);
    const found = applyOperation(operation, here, context);
    findings.push(...found.map(finding => ({ app, ...finding })));
    if (!isRefused(found)) model = extendModel(model, operation, profile, here);
    else if (isCreation(operation)) refusedApps.add(app);
  }
  const edits = tree.edits();
  findings.push(
    ...checkPlanBoundary(edits, places),
    ...checkPodSecurity(edits),
  );
  return { commit: snapshot.commit, edits, findings };
}

function applyOperation(
  operation: Operation,
  places: readonly BlockContext[],
  context: OperationContext,
): Finding[] {
  const replaced = checkVariables(operation, context.profile);
  if (isRefused(replaced)) return replaced;
  const { findings, steps } = planOperation(operation, context);
  const missing = steps.filter(step => !step.isThere());
  if (isRefused(findings) || missing.length === 0) return findings;
  // A new app must not meet anything of its name, even if parts of it match.
  const claiming = isCreation(operation) ? steps : missing;
  // An app that several clusters run claims the same on each.
  const claims = [
    ...new Map(
      claiming
        .flatMap(step => step.claims)
        .map(claim => [JSON.stringify(claim), claim]),
    ).values(),
  ];
  findings.push(...checkClaims(claims, operation.app, context));
  if (isRefused(findings)) return findings;
  findings.push(...missing.flatMap(step => step.write()));
  return [...findings, ...eachDirectory(places).flatMap(listNewFiles)];
}

function planOperation(
  operation: Operation,
  context: OperationContext,
): OperationPlan {
  switch (operation.type) {
    case 'create-app':
      return planCreateApp(operation, context);
    case 'create-chart-app':
      return planCreateChartApp(operation, context);
    case 'add-route':
      return planAddRoute(operation, context);
    case 'add-secret':
      return planAddSecret(operation, context);
    case 'add-dashboard-entry':
      return planAddDashboardEntry(operation, context);
    case 'add-database':
      return planAddDatabase(operation, context);
    case 'add-oidc-client':
      return planAddOidcClient(operation, context);
    case 'set-image':
      return planSetImage(operation, context);
    case 'set-replicas':
      return planSetReplicas(operation, context);
    case 'set-resources':
      return planSetResources(operation, context);
    case 'set-env':
      return planSetEnv(operation, context);
    case 'set-chart-version':
      return planSetChartVersion(operation, context);
    case 'change-route':
      return planChangeRoute(operation, context);
    case 'set-owner':
      return planSetOwner(operation, context);
    case 'add-volume':
      return planAddVolume(operation, context);
    case 'set-autoscaling':
      return planSetAutoscaling(operation, context);
    case 'retire-app':
      return planRetireApp(operation, context);
    default:
      return operation;
  }
}

/** Puts the app's new files into its kustomization, in the order they came. */
function listNewFiles(at: BlockContext): Finding[] {
  const [own] = blockOptions(at.profile, at.layout, 'app-kustomization');
  if (!own) return [];
  const list = expandNames(own.file, at.names);
  const directory = directoryOf(list);
  const files = blocksOf(at.profile, at.layout).map(({ block, file }) => ({
    file: expandNames(file, at.names),
    isListed: !unlistedBlocks.has(block),
  }));
  // Values may stand in a manifest of another block.
  const isListed = (path: string) => {
    const blocks = files.filter(({ file }) => file === path);
    return blocks.length === 0 || blocks.some(block => block.isListed);
  };
  const lines = at.tree
    .created(directory)
    .filter(path => path !== list && isListed(path))
    .map(path => path.slice(directory.length + 1));
  return stepsFor('app-kustomization', appKustomization, at, lines).flatMap(
    step => step.write(),
  );
}
