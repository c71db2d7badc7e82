import { appTemplateRoute } from '../../blocks/appTemplateRoute';
import type { BlockContext } from '../../blocks/Block';
import { clusterSettings, hostVariable } from '../../blocks/clusterSettings';
import { httpRoute } from '../../blocks/httpRoute';
import type { RouteValue } from '../../blocks/manifestRoutes';
import { blockOptions } from '../../profile/blockOptions';
import type { Step } from '../Step';
import { stepsFor } from '../stepsFor';
import { backendGrantSteps, listenerSteps } from './listeners';

/** What a cluster must know of a public host before the app's manifests can name it. */
export function hostSteps(at: BlockContext, host: string): Step[] {
  const name = hostVariable(at.app, host);
  return stepsFor('cluster-settings', clusterSettings, at, [
    { name, value: host },
  ]);
}

/** A public host and path of an app, with all its layout needs for one. */
export function routeSteps(at: BlockContext, value: RouteValue): Step[] {
  return [
    // A route names the listener that is written for it.
    ...listenerSteps(at, value),
    ...stepsFor('http-route', httpRoute, at, [value]),
    ...backendGrantSteps(at, value),
    ...stepsFor('app-template-route', appTemplateRoute, at, [value]),
  ];
}

/** The routes of an app as they stand in the tree. */
export function routesOf(at: BlockContext): RouteValue[] {
  const { profile, layout } = at;
  return [
    ...blockOptions(profile, layout, 'http-route').flatMap(options =>
      httpRoute.find(at, options),
    ),
    ...blockOptions(profile, layout, 'app-template-route').flatMap(options =>
      appTemplateRoute.find(at, options),
    ),
  ];
}
