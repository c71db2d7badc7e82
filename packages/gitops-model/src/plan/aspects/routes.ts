import type { BlockContext } from '../../blocks/Block';
import { httpRoute, type RouteValue } from '../../blocks/httpRoute';
import { blockOptions } from '../../profile/blockOptions';
import type { Step } from '../Step';
import { stepsFor } from '../stepsFor';

/** A public host and path of an app, with all its layout needs for one. */
export function routeSteps(at: BlockContext, value: RouteValue): Step[] {
  return stepsFor('http-route', httpRoute, at, [value]);
}

/** The routes of an app as they stand in the tree. */
export function routesOf(at: BlockContext): RouteValue[] {
  return blockOptions(at.profile, at.layout, 'http-route').flatMap(options =>
    httpRoute.find(at, options),
  );
}
