import { parse } from 'yaml';
import { z } from 'zod';
import type { Manifest } from '../kubernetes/KubernetesObject';
import type { FluxKustomizationSpec } from './FluxKustomization';

const recordSchema = z.record(z.string(), z.unknown());

/** Merges patches that are written as a part of an object; lists are replaced as a whole. */
export function mergePatches(
  manifest: Manifest,
  patches: FluxKustomizationSpec['patches'],
): Manifest {
  return patches
    .filter(
      ({ target: { kind, name } }) =>
        (kind === undefined || kind === manifest.kind) &&
        (name === undefined || name === manifest.metadata.name),
    )
    .reduce<Manifest>((current, { patch }) => {
      const { metadata = {}, ...rest } = recordSchema.parse(parse(patch));
      const { name: _name, ...described } = recordSchema.parse(metadata);
      return {
        ...current,
        ...merge(current, rest),
        metadata: {
          ...current.metadata,
          ...merge(current.metadata, described),
        },
      };
    }, manifest);
}

function merge(
  current: Record<string, unknown>,
  patch: Record<string, unknown>,
): Record<string, unknown> {
  const merged = { ...current };
  for (const [key, value] of Object.entries(patch)) {
    const before = recordSchema.safeParse(current[key]);
    const after = recordSchema.safeParse(value);
    if (value === null) {
      delete merged[key];
    } else if (before.success && after.success) {
      merged[key] = merge(before.data, after.data);
    } else {
      merged[key] = value;
    }
  }
  return merged;
}
