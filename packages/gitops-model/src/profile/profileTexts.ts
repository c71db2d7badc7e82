import { z } from 'zod';

/**
 * Path in the repository. `{app}`, `{directory}`, `{category}`, `{namespace}` and
 * `{cluster}` stand for an app's own; some blocks know `{name}` and `{host}`.
 */
export const path = z
  .string()
  .regex(
    /^(?!\/)(?!.*\.\.)[A-Za-z0-9._{}/-]+$/,
    'must be a path inside the repository',
  );
/** Kustomization outside the app's directory that lists the file, by its path from there. */
export const list = path.optional();
export const name = z.string().regex(/^[a-z0-9]([-a-z0-9.]*[a-z0-9])?$/);
export const labels = z.record(z.string(), z.string());
/** As Flux and Go write one, such as `10m`. */
export const duration = z.string().regex(/^([0-9]+(h|m|s))+$/);
/** Name of a variable that Flux replaces, such as `GATEWAY_NAME`. */
export const variableName = z.string().regex(/^[A-Z][A-Z0-9_]*$/);
/** The same, as manifests write it then: `${GATEWAY_NAME}`. */
export const variable = variableName.transform(text => `\${${text}}`);
