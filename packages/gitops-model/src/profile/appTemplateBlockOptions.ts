import { z } from 'zod';
import { path } from './profileTexts';

/** Keys that lead to the values of a release inside a document; none where the whole file is values. */
const at = z.array(z.string()).default([]);

/** Pods, Service, environment and volumes as values of bjw-s' app-template chart. */
const appTemplate = z.strictObject({
  block: z.literal('app-template'),
  file: path,
  at,
});

/** Routes in the same values; without it the layout writes routes otherwise. */
const appTemplateRoute = z.strictObject({
  block: z.literal('app-template-route'),
  file: path,
  at,
});

export const appTemplateBlockOptions = [appTemplate, appTemplateRoute] as const;
