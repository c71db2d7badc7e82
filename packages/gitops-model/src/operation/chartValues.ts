import { z } from 'zod';
import type { YamlValue } from '../edit/yaml/YamlValue';

/** Values of a chart, as JSON. */
export type ChartValues = { readonly [key: string]: YamlValue };

const maxDepth = 16;

/** A JSON object that is not nested without end. */
export const chartValuesSchema = z.custom<ChartValues>(
  value => isMapping(value) && isJson(value, maxDepth),
  `must be a JSON object nested at most ${maxDepth} deep`,
);

function isJson(value: unknown, depth: number): boolean {
  if (value === null || typeof value === 'boolean') return true;
  if (typeof value === 'string') return true;
  if (typeof value === 'number') return Number.isFinite(value);
  if (depth === 0) return false;
  if (Array.isArray(value)) return value.every(item => isJson(item, depth - 1));
  return (
    isMapping(value) &&
    Object.entries(value).every(
      ([key, item]) => key !== '__proto__' && isJson(item, depth - 1),
    )
  );
}

function isMapping(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
